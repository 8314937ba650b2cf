-- One cell in every report of a year, and why it holds no number where it holds none.
WITH figure AS (
  SELECT unit, form, {{value}} AS value
  FROM report
  WHERE year = $year
)
SELECT figure.unit, figure.form, figure.value, cell_note.kind AS note
FROM figure
JOIN unit ON unit.code = figure.unit
LEFT JOIN cell_note ON cell_note.unit = figure.unit AND cell_note.year = $year AND cell_note.cell = $cell
WHERE $district::VARCHAR IS NULL OR unit.district = $district
ORDER BY unit."order", figure.unit
