/** The options of wx.request that the host honours. */
export interface HttpRequest {
  url: string;
  method?: string;
  data?: string | Record<string, unknown>;
  header?: Record<string, string>;
  dataType?: 'json' | 'text';
  responseType?: 'text' | 'arraybuffer';
}

/** Sends a request as wx.request does: object data becomes a query for GET, JSON otherwise. */
export async function sendHttp(request: HttpRequest): Promise<object> {
  const { method = 'GET', header = {} } = request;
  const response = await fetch(withQuery(request), {
    method,
    headers: { 'content-type': 'application/json', ...header },
    body: method === 'GET' ? null : bodyOf(request.data),
  });
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: [],
    data: await readBody(response, request),
  };
}

function withQuery({ url, method = 'GET', data }: HttpRequest): string {
  if (method !== 'GET' || !data || typeof data === 'string') return url;
  const query = new URLSearchParams(
    Object.entries(data).map(([key, value]) => [key, String(value)]),
  );
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function bodyOf(data: HttpRequest['data']): string | null {
  if (data === undefined) return null;
  return typeof data === 'string' ? data : JSON.stringify(data);
}

async function readBody(
  response: Response,
  { dataType, responseType }: HttpRequest,
): Promise<unknown> {
  if (responseType === 'arraybuffer') return response.arrayBuffer();
  const text = await response.text();
  return dataType === 'text' ? text : parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // WeChat hands over text that is not JSON as it is
  }
}
