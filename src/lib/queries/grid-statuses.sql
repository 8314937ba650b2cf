-- One row a unit and year: submitted, missing, flagged.
WITH years AS (SELECT DISTINCT year FROM report),
flagged AS (
  SELECT
    unit,
    year,
    count(*) FILTER (severity = 'error') AS errors,
    count(*) FILTER (severity <> 'error') AS doubts
  FROM flag
  GROUP BY unit, year
)
SELECT
  unit.code AS unit,
  years.year,
  report.unit IS NOT NULL AS submitted,
  coalesce(flagged.errors, 0) AS errors,
  coalesce(flagged.doubts, 0) AS doubts
FROM years
CROSS JOIN unit
LEFT JOIN report ON report.unit = unit.code AND report.year = years.year
LEFT JOIN flagged ON flagged.unit = unit.code AND flagged.year = years.year
WHERE ($district::VARCHAR IS NULL OR unit.district = $district)
ORDER BY unit."order", unit.code, years.year
