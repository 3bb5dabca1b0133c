import type { Document, Value } from '../../../emulator/database/bson/value';

const copiedFields = (value: object): Document => {
  const copy: Document = {};
  for (const field in value) {
    const item = (value as Record<string, unknown>)[field];
    if (item !== undefined) copy[field] = copied(item);
  }
  return copy;
};

/**
 * A copy as it comes out at the other end of the network: what is undefined is gone, and nothing is shared.
 * Refuses what is no plain value: no document of the shop holds anything else.
 */
export const copied = (value: unknown): Value => {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      throw new Error(`no value of a document: ${String(value)}`);
    }
    return value as Value;
  }
  if (Array.isArray(value)) return value.map((item) => copied(item ?? null));
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Error(`no plain object: ${value.constructor.name}`);
  }
  return copiedFields(value);
};

/** A document for somebody to keep and change. */
export const copiedDocument = (document: object): Document => copied(document) as Document;
