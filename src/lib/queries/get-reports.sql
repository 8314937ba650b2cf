-- A unit's reports with every cell, one row a year.
SELECT report.*, document.file, document.format, coalesce((
  SELECT list(cell ORDER BY cell) FROM cell_note
  WHERE cell_note.unit = report.unit AND cell_note.year = report.year AND cell_note.kind IN ('unreadable', 'missing')
), []) AS unread
FROM report
LEFT JOIN document ON document.id = report.document
WHERE report.unit = $unit AND ($year::INTEGER IS NULL OR abs(report.year - $year::INTEGER) <= 1)
ORDER BY report.year
