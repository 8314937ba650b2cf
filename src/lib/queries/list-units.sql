SELECT code, name, district, kind
FROM unit
ORDER BY "order", code
