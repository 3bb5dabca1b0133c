import { ObjectId, OpaqueValue, RegularExpression, type Value } from './value';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

function encodeNumber(value: number): string {
  if (!Number.isInteger(value) || Object.is(value, -0)) return encodeDouble(value);
  if (value >= -INT32 && value < INT32) return `{"$numberInt":"${value}"}`;
  return value >= -INT64 && value < INT64
    ? `{"$numberLong":"${BigInt(value)}"}`
    : encodeDouble(value);
}

function encodeDouble(value: number): string {
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : String(value)}"}`;
}

function encodeFields(document: object): string {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(document) as [string, Value | undefined][]) {
    if (value !== undefined) fields.push(`${JSON.stringify(name)}:${encode(value)}`);
  }
  return `{${fields.join(',')}}`;
}

function encodeObject(value: object): string {
  if (Array.isArray(value))
    return `[${value.map((item: Value | undefined) => encode(item ?? null)).join(',')}]`;
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof ObjectId) return `{"$oid":"${value.hex}"}`;
  if (value instanceof OpaqueValue) return value.ejson;
  if (value instanceof RegularExpression) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.pattern)},"options":${JSON.stringify(value.options)}}}`;
  }
  return encodeFields(value);
}

/** Writes canonical extended JSON as bson 4.7.2 does with `relaxed: false`; missing fields are left out. */
export function encode(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return encodeNumber(value);
  return typeof value === 'object' && value !== null ? encodeObject(value) : String(value);
}
