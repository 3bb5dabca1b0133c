import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request is refused, or undefined. This cloud can act as anyone, so no other site's page may reach it:
 * a foreign `Origin` or `Sec-Fetch-Site` gives such a page away, a foreign `Host` gives DNS rebinding away.
 */
export function refusal(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  if (!LOCAL_NAMES.has(host.replace(/:\d+$/, ''))) return `host ${host} is not this machine`;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return `origin ${origin} is another site`;
  const site = request.headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  return foreign && !opensPage(request) ? 'the request comes from another site' : undefined;
}

/** Following a link to a page is harmless: it shows the page and tells the linking site nothing. */
function opensPage(request: IncomingMessage): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = request.headers;
  return request.method === 'GET' && mode === 'navigate' && destination === 'document';
}
