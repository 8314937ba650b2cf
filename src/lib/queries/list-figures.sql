-- One measure of every report there is: one row a unit and year. What is missing from it was not submitted.
SELECT
  unit,
  year,
  form,
  {{value}} AS value,
  {{numerator}} AS numerator,
  {{denominator}} AS denominator,
  {{unread}} AS unread
FROM report
ORDER BY unit, year
