SELECT year, code, cell, place, "values"
FROM issue
WHERE unit = $unit
ORDER BY year, code
