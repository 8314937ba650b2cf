-- Every unit in scope with its rank this year and last year. Equal values share a rank. A unit without a value, or
-- with a denominator under the stated minimum, is listed without a rank.
WITH figure AS (
  SELECT
    unit,
    year,
    form,
    {{value}} AS value,
    {{numerator}} AS numerator,
    {{denominator}} AS denominator,
    {{unread}} AS unread
  FROM report
  WHERE year IN ($year, $year::INTEGER - 1)
),
scoped AS (
  SELECT
    unit.code,
    unit."order",
    years.year,
    figure.form,
    figure.value,
    figure.numerator,
    figure.denominator,
    coalesce(figure.unread, false) AS unread,
    figure.value IS NOT NULL AND coalesce(figure.denominator >= $minimum, true) AS ranked
  FROM unit
  CROSS JOIN (SELECT unnest([$year::INTEGER, $year::INTEGER - 1]) AS year) AS years
  LEFT JOIN figure ON figure.unit = unit.code AND figure.year = years.year
  WHERE ($district::VARCHAR IS NULL OR unit.district = $district)
    AND ($kind::VARCHAR IS NULL OR unit.kind = $kind)
),
placed AS (
  SELECT
    *,
    CASE WHEN ranked THEN
      rank() OVER (PARTITION BY year, ranked ORDER BY CASE WHEN $ascending::BOOLEAN THEN value ELSE -value END)
    END AS place,
    count(*) OVER (PARTITION BY year, ranked, value) AS sharing
  FROM scoped
)
SELECT
  now.code AS unit,
  now.form,
  now.value,
  now.numerator,
  now.denominator,
  now.unread,
  now.place,
  CASE WHEN now.ranked THEN now.sharing END AS sharing,
  before.form AS before_form,
  before.value AS before_value,
  before.numerator AS before_numerator,
  before.denominator AS before_denominator,
  before.unread AS before_unread,
  before.place AS before_place
FROM placed AS now
JOIN placed AS before ON before.code = now.code AND before.year = $year::INTEGER - 1
WHERE now.year = $year
ORDER BY now.place NULLS LAST, now."order", now.code
