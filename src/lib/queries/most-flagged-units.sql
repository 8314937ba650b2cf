SELECT
  flag.unit,
  unit.name,
  unit.district,
  count(*) FILTER (flag.severity = 'error') AS errors,
  count(*) FILTER (flag.severity <> 'error') AS doubts
FROM flag
JOIN unit ON unit.code = flag.unit
WHERE flag.year = $year AND ($district::VARCHAR IS NULL OR unit.district = $district)
GROUP BY flag.unit, unit.name, unit.district, unit."order"
ORDER BY errors DESC, doubts DESC, unit."order"
LIMIT 40
