-- Cells of some units' reports that hold no number and are not plainly blank, with the text that stands in them.
SELECT unit, year, cell, kind, coalesce(raw, '') AS raw
FROM cell_note
WHERE list_contains($units, unit) AND kind IN ('dash', 'unreadable', 'missing')
ORDER BY unit, year, cell
