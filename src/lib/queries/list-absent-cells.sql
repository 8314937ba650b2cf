-- Cells of some units' reports that hold no number and are not plainly blank.
SELECT unit, year, cell, kind
FROM cell_note
WHERE list_contains($units, unit) AND kind IN ('dash', 'unreadable', 'missing')
ORDER BY unit, year, cell
