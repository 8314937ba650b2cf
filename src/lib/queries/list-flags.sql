-- Flags of a selection, the register's order, then year and severity. `t3.row-sum` asks for the whole family.
SELECT
  flag.rule,
  flag.kind,
  flag.severity,
  flag.verdict,
  flag.unit,
  flag.year,
  flag.cells,
  flag.expected,
  flag.actual,
  flag.difference,
  flag.values
FROM flag
JOIN unit ON unit.code = flag.unit
WHERE ($year::INTEGER IS NULL OR flag.year = $year)
  AND ($district::VARCHAR IS NULL OR unit.district = $district)
  AND ($unit::VARCHAR IS NULL OR flag.unit = $unit)
  AND ($rule::VARCHAR IS NULL OR flag.kind = $rule)
  AND ($severity::VARCHAR IS NULL OR flag.severity = $severity)
ORDER BY
  CASE flag.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
  unit."order",
  unit.code,
  flag.year DESC,
  flag.rule
