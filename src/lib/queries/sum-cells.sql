-- Every cell added up over a year's reports of a district; a cell without a number is left out and shows in `counted`.
WITH chosen AS (
  SELECT COLUMNS('^t[234][.]')
  FROM report
  WHERE
    report.year = $year
    AND report.unit IN (SELECT code FROM unit WHERE $district::VARCHAR IS NULL OR district = $district)
)
-- Amounts have decimals that a binary fraction does not hold: the noise of adding them up is taken off.
SELECT cell, count(*) AS counted, round(sum(value), 6) AS total
FROM (UNPIVOT chosen ON COLUMNS(*) INTO NAME cell VALUE value)
GROUP BY cell
ORDER BY cell
