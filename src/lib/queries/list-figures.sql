-- One measure of every report there is: one row a unit and year. What is missing from it was not submitted.
SELECT
  unit,
  year,
  form,
  {{value}} AS value,
  {{numerator}} AS numerator,
  {{denominator}} AS denominator,
  {{value}} IS NULL AND EXISTS (
    SELECT 1 FROM cell_note
    WHERE cell_note.unit = report.unit AND cell_note.year = report.year
      AND cell_note.kind IN ('unreadable', 'missing') AND cell_note.cell IN ({{cells}})
  ) AS unread
FROM report
ORDER BY unit, year
