-- One measure of a district by year; a blank is left out of the total and shows in `counted`, never read as 0.
WITH figure AS (
  SELECT unit, year, {{numerator}} AS numerator, {{denominator}} AS denominator
  FROM report
)
SELECT
  figure.year,
  count(*) AS reports,
  count(figure.numerator) AS counted,
  sum(figure.numerator) AS numerator,
  sum(figure.denominator) AS denominator
FROM figure
JOIN unit ON unit.code = figure.unit
WHERE $district::VARCHAR IS NULL OR unit.district = $district
GROUP BY figure.year
ORDER BY figure.year
