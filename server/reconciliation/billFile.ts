import type { Storage } from '../ports';
import type { ProviderDay } from './reconciliations';

/** Keeps a bill as it came, closed to everybody; gives its file id. A day without a line is kept as an empty one. */
export const keepBill = (
  storage: Storage,
  { provider, date }: ProviderDay,
  text: string,
): Promise<string> =>
  storage.upload(`bills/${provider}/${date}.csv`, new TextEncoder().encode(text || '\n'));

/** The text of a kept bill; undefined when it is gone. */
export const keptBill = async (storage: Storage, fileId: string): Promise<string | undefined> => {
  const file = await storage.inspect(fileId);
  return file && new TextDecoder().decode(await file.read(0, file.bytes));
};
