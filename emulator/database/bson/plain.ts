import { type Document, ObjectId, OpaqueValue, RegularExpression, type Value } from './value';

function isNamedType(value: object): value is ObjectId | RegularExpression | OpaqueValue {
  return [ObjectId, RegularExpression, OpaqueValue].some((type) => value instanceof type);
}

function plainObject(value: object): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => fromValue(item) ?? null);
  if (value instanceof RegExp) return new RegularExpression(value.source, value.flags);
  return value instanceof Date || isNamedType(value) ? value : fromPlain(value);
}

function fromValue(value: unknown): Value | undefined {
  if (typeof value === 'object' && value !== null) return plainObject(value);
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return isScalar ? (value as Value) : undefined;
}

/** A document made of JavaScript values, as seeds are written; undefined fields are left out. */
export function fromPlain(object: object): Document {
  const document: Document = {};
  for (const [field, value] of Object.entries(object)) {
    const stored = fromValue(value);
    if (stored !== undefined) document[field] = stored;
  }
  return document;
}

/** A value as plain JSON for people to look at: dates as ISO text, ids and expressions as text. */
export function toPlain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toJSON();
  if (isNamedType(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, toPlain(item)]));
}
