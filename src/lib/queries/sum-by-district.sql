-- One measure by district and year.
WITH figure AS (
  SELECT unit, year, {{numerator}} AS numerator, {{denominator}} AS denominator
  FROM report
)
SELECT
  unit.district,
  figure.year,
  count(*) AS reports,
  count(figure.numerator) AS counted,
  sum(figure.numerator) AS numerator,
  sum(figure.denominator) AS denominator
FROM figure
JOIN unit ON unit.code = figure.unit
GROUP BY unit.district, figure.year
ORDER BY min(unit."order"), figure.year
