-- The cells of every exact rule that is violated: which figures an open error touches.
SELECT rule, unit, year, cells
FROM flag
WHERE severity = 'error' AND verdict = 'violated' AND len(cells) > 0
ORDER BY year, unit, rule
