-- A unit's reports with every cell, one row a year.
SELECT report.*, document.file, document.format
FROM report
LEFT JOIN document ON document.id = report.document
WHERE report.unit = $unit AND ($year::INTEGER IS NULL OR abs(report.year - $year::INTEGER) <= 1)
ORDER BY report.year
