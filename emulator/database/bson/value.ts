/** A MongoDB ObjectId, known by its 24 hexadecimal digits. */
export class ObjectId {
  constructor(readonly hex: string) {}

  toString(): string {
    return this.hex;
  }
}

/** A regular expression as stored; `options` are MongoDB's letters (`i`, `m`, `s`, `x`). */
export class RegularExpression {
  constructor(
    readonly pattern: string,
    readonly options: string,
  ) {}

  toString(): string {
    return `/${this.pattern}/${this.options}`;
  }
}

/** A BSON type that JavaScript has no value for (Decimal128, Binary, …): carried as its extended JSON text. */
export class OpaqueValue {
  constructor(readonly ejson: string) {}

  toString(): string {
    return this.ejson;
  }
}

/** A document or sub-document. */
export interface Document {
  [field: string]: Value;
}

/** Anything a field may hold. Numbers of every BSON kind are JavaScript numbers. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | ObjectId
  | RegularExpression
  | OpaqueValue
  | Value[]
  | Document;

/** What a path leads to; `undefined` means the field is missing. */
export type Found = Value | undefined;

/** Whether a value is a sub-document, as opposed to an array or a scalar. */
export function isDocument(value: Found): value is Document {
  return typeof value === 'object' && value !== null && isPlain(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A field of a document itself, never one inherited from `Object.prototype`. */
export function fieldOf(document: Document, field: string): Found {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

/** A copy that shares nothing that could be changed. */
export function copy<T extends Value>(value: T): T;
export function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => copy(item));
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, copy(item)]));
}
