-- All reports of some units with every cell, one row a unit and year.
SELECT report.*, document.file, document.format
FROM report
LEFT JOIN document ON document.id = report.document
WHERE list_contains($units, report.unit)
ORDER BY report.unit, report.year
