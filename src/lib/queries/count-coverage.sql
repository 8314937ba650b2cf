-- Who has submitted, by year: never a total without it.
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
  years.year,
  count(*) AS units,
  count(report.unit) AS reports,
  count(*) FILTER (flagged.errors > 0) AS units_with_errors,
  coalesce(sum(flagged.errors), 0) AS errors,
  coalesce(sum(flagged.doubts), 0) AS doubts
FROM years
CROSS JOIN unit
LEFT JOIN report ON report.unit = unit.code AND report.year = years.year
LEFT JOIN flagged ON flagged.unit = unit.code AND flagged.year = years.year
WHERE ($district::VARCHAR IS NULL OR unit.district = $district)
GROUP BY years.year
ORDER BY years.year
