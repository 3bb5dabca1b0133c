/** What a cloud function answered, as the phone gets it. */
type Answer = { result?: Result; errMsg?: string };
type Result = { ok: true; data: unknown } | { ok: false; code: string; message: string };

/** POSTs JSON to a local cloud and gives the JSON it answers; throws on any other status than 200. */
export const post = async <T>(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<T> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
};

export type Call = { readonly name: string; readonly input: object; readonly openid: string };

/** Calls a function as somebody's phone; a refusal throws, for nothing in a benchmark is meant to be refused. */
export const call = async <T>(url: string, { name, input, openid }: Call): Promise<T> => {
  const { result, errMsg } = await post<Answer>(
    `${url}/_local/call`,
    { name, data: input },
    { 'x-openid': openid },
  );
  if (!result?.ok)
    throw new Error(
      `${name} as ${openid}: ${result ? `${result.code} ${result.message}` : errMsg}`,
    );
  return result.data as T;
};

/** Pays an order as its buyer; WeChat's callback has been delivered when this resolves. */
export const pay = (url: string, orderId: string): Promise<unknown> =>
  post(`${url}/_local/pay/${orderId}`, { action: 'pay' });
