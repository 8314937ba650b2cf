-- By the rules' family: t3.row-sum.new and t3.row-sum.granted are one.
SELECT
  flag.kind,
  count(*) FILTER (flag.severity = 'error') AS errors,
  count(*) FILTER (flag.severity <> 'error') AS doubts
FROM flag
JOIN unit ON unit.code = flag.unit
WHERE flag.year = $year AND ($district::VARCHAR IS NULL OR unit.district = $district)
GROUP BY flag.kind
ORDER BY errors DESC, doubts DESC, flag.kind
