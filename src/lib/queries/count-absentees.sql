-- Units that reported last year and not this year, with what they then received: why two totals are not one series.
SELECT
  count(*) AS units,
  sum("last"."t3.new.total") AS received,
  list(unit.name ORDER BY unit."order") AS names
FROM report AS "last"
JOIN unit ON unit.code = "last".unit
WHERE "last".year = $year::INTEGER - 1
  AND ($district::VARCHAR IS NULL OR unit.district = $district)
  AND NOT EXISTS (SELECT 1 FROM report WHERE report.unit = "last".unit AND report.year = $year)
