-- One section of two reports, as far as they are there: the first report's part first, each in the document's order.
SELECT section.unit, section.year, unit.name, unit.former_names, document.file, section.text
FROM section
JOIN unit ON unit.code = section.unit
LEFT JOIN report ON report.unit = section.unit AND report.year = section.year
LEFT JOIN document ON document.id = report.document
WHERE section.key = $section
  AND ((section.unit = $unit AND section.year = $year) OR (section.unit = $otherUnit AND section.year = $otherYear))
ORDER BY (section.unit = $unit AND section.year = $year) DESC, section.position
