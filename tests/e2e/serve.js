// Serves the built site under /nianbao/ the way an intranet's server would, with nothing of the site's own in it.
import { createServer } from 'node:http';
import sirv from 'sirv';

const BASE = '/nianbao';
const port = Number(process.argv[2] ?? 4179);
const site = sirv('build', { etag: true });

createServer((request, response) => {
  const notFound = () => {
    response.statusCode = 404;
    response.end();
  };
  if (!request.url?.startsWith(`${BASE}/`)) return notFound();
  request.url = request.url.slice(BASE.length);
  site(request, response, notFound);
}).listen(port, '127.0.0.1');
