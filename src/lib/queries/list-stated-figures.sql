-- What the narratives of some units' reports say of their figures, in the order of the text.
SELECT unit, year, claim, value, raw, start, sentence
FROM claim
WHERE list_contains($units, unit) AND claim NOT LIKE 'year-%'
ORDER BY unit, year, sentence, start, claim
