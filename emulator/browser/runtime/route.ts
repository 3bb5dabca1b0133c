export type Query = Record<string, string>;

/** A page and its query, e.g. `pages/course/course?id=c1`. */
export interface Route {
  path: string;
  query: Query;
}

/** Parses a page url. A path without a leading slash is relative to `from` (a page path). */
export function parseRoute(url: string, from = ''): Route {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark + 1);
  return { path: resolvePath(path, from), query: parseQuery(search) };
}

/** The url of a route, without a leading slash. */
export function formatRoute({ path, query }: Route): string {
  const search = formatQuery(query);
  return search ? `${path}?${search}` : path;
}

function resolvePath(path: string, from: string): string {
  if (path.startsWith('/')) return path.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return folders.join('/');
}

function parseQuery(search: string): Query {
  const pairs = search.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [name, decode(rest.join('='))];
    }),
  );
}

function formatQuery(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // WeChat hands over what does not decode
  }
}
