import { resultTooLarge } from '../errors';

/** The rows of an answer; more bytes than the cloud sends are an error. */
export function limitedResult(list: readonly string[], maxBytes: number): readonly string[] {
  const bytes = list.reduce((total, text) => total + Buffer.byteLength(text), 0);
  if (bytes > maxBytes) throw resultTooLarge(bytes, maxBytes);
  return list;
}
