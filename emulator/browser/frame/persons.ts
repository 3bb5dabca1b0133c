/** Someone the panel lets one act as. */
export interface ListedPerson {
  openid: string;
  name: string;
}

/** The persons the local cloud knows (`/_local/persons`), else those the page was built with. */
export async function personsFrom(built: string): Promise<ListedPerson[]> {
  const fallback = JSON.parse(built) as ListedPerson[];
  try {
    const response = await fetch('/_local/persons');
    if (!response.ok) return fallback;
    const { persons } = (await response.json()) as { persons?: ListedPerson[] };
    return persons ?? fallback;
  } catch {
    return fallback;
  }
}

/** An openid nobody had before. */
export function freshOpenid(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `oVisitor${Array.from(random, (byte) => letters[byte % letters.length]).join('')}`;
}
