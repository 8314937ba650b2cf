-- How many cells of each report of a year hold no number, whatever the reason.
SELECT cell_note.unit, count(*) AS cells
FROM cell_note
JOIN unit ON unit.code = cell_note.unit
WHERE
  cell_note.year = $year
  AND cell_note.kind IN ('blank', 'dash', 'unreadable', 'missing')
  AND ($district::VARCHAR IS NULL OR unit.district = $district)
GROUP BY cell_note.unit, unit."order"
ORDER BY unit."order", cell_note.unit
