SELECT year, cell, kind, raw, place
FROM cell_note
WHERE unit = $unit AND ($year::INTEGER IS NULL OR abs(year - $year::INTEGER) <= 1)
ORDER BY year, cell
