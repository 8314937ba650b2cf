/** @param {string} file */
export default function readFileInWorker(file) {
  const hoard = [];
  while (file === 'hang' || file === 'hoard') if (file === 'hoard') hoard.push(new Array(100_000).fill(hoard.length));
  if (file === 'crash') setImmediate(() => JSON.parse('no JSON'));
  if (file === 'crash') return new Promise(() => undefined);
  return { file, status: 'read', format: 'txt', reports: [], issues: [] };
}
