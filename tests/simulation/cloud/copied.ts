import type { Document, Value } from '../../../emulator/database/bson/value';

const copiedFields = (value: object): Document => {
  const copy: Document = {};
  for (const field in value) {
    const item = (value as Record<string, unknown>)[field];
    if (item !== undefined) copy[field] = copied(item);
  }
  return Object.freeze(copy);
};

/**
 * A copy as it comes out at the other end of the network: what is undefined is gone. It can never be changed, so that
 * the database keeps it, shares parts of it and hands it out as it is.
 * Refuses what is no plain value: no document of the shop holds anything else.
 */
export const copied = (value: unknown): Value => {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      throw new Error(`no value of a document: ${String(value)}`);
    }
    return value as Value;
  }
  if (Array.isArray(value)) {
    return Object.freeze(value.map((item) => copied(item ?? null))) as Value[];
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Error(`no plain object: ${value.constructor.name}`);
  }
  return copiedFields(value);
};

/** A document for the database to keep. */
export const copiedDocument = (document: object): Document => copied(document) as Document;
