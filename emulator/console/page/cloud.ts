/** Reads JSON from this cloud; throws with its own words when it refuses. */
export function read<T>(path: string): Promise<T> {
  return ask<T>(path, {});
}

/** Asks this cloud to do something. */
export function act<T>(path: string, body: object = {}): Promise<T> {
  return ask<T>(path, { method: 'POST', body: JSON.stringify(body) });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/_local/${path}`, init);
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${String(response.status)}`);
  return answer;
}
