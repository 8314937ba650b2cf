/**
 * Patterns that name a year are compiled once for each report year. What names none should not pass through here:
 * every compilation costs about as much as reading a report.
 */
export function byYear<T>(compile: (year: number | null) => T): (year: number | null) => T {
  const compiled = new Map<number | null, T>();
  return (year) => {
    const known = compiled.get(year) ?? compile(year);
    compiled.set(year, known);
    return known;
  };
}
