import type { Clock } from '../../clock';
import { invalidParameter } from '../errors';
import { type Document, ObjectId, OpaqueValue, RegularExpression, type Value } from './value';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };
type Unwrap = (content: Json, wrapper: JsonObject, clock: Clock) => Value | undefined;

const toNumber: Unwrap = (content) => Number(content);
const opaque: Unwrap = (_content, wrapper) => new OpaqueValue(JSON.stringify(wrapper));

function field(value: Json, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value[name]
    : undefined;
}

/** Canonical `{"$date":{"$numberLong":"…"}}`, relaxed ISO text, or a bare number as user objects can smuggle in. */
const toDate: Unwrap = (content) => {
  const milliseconds = field(content, '$numberLong') ?? content;
  return new Date(typeof content === 'string' ? content : Number(milliseconds));
};

const toServerDate: Unwrap = (content, _wrapper, clock) => {
  const offset = field(content, 'offset') ?? 0;
  return new Date(
    clock.now() + Number(field(offset, '$numberInt') ?? field(offset, '$numberLong') ?? offset),
  );
};

const toRegularExpression: Unwrap = (content) => {
  const pattern = field(content, 'pattern');
  return typeof pattern === 'string'
    ? new RegularExpression(pattern, String(field(content, 'options') ?? ''))
    : undefined;
};

const WRAPPERS: Record<string, Unwrap> = {
  $numberInt: toNumber,
  $numberLong: toNumber,
  $numberDouble: toNumber,
  $date: toDate,
  $tcb_server_date: toServerDate,
  $regularExpression: toRegularExpression,
  $oid: (content) => new ObjectId(String(content)),
  $undefined: () => null,
  $numberDecimal: opaque,
  $binary: opaque,
  $uuid: opaque,
  $symbol: opaque,
  $code: opaque,
  $timestamp: opaque,
  $minKey: opaque,
  $maxKey: opaque,
};

function unwrap(object: JsonObject, clock: Clock): Value | undefined {
  const [name, second] = Object.keys(object);
  if (name === undefined || second !== undefined || !name.startsWith('$')) return undefined;
  const content = object[name];
  return content === undefined ? undefined : WRAPPERS[name]?.(content, object, clock);
}

/** Replaces in place: `JSON.parse` has just made these objects and nobody else sees them. */
function revive(json: Json, clock: Clock): Value {
  if (typeof json !== 'object' || json === null) return json;
  const wrapped = Array.isArray(json) ? undefined : unwrap(json, clock);
  if (wrapped !== undefined) return wrapped;
  const container = json as Record<string, unknown>;
  for (const key of Object.keys(container)) {
    const child = container[key];
    if (typeof child === 'object' && child !== null) container[key] = revive(child as Json, clock);
  }
  return container as unknown as Value;
}

/** Reads extended JSON (bson 4.7.2, canonical or relaxed); server dates all become the same now of the clock. */
export function decode(text: string, clock: Clock): Value {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw invalidParameter(`not extended JSON: ${text.slice(0, 100)}`);
  }
  const moment = clock.now();
  return revive(json, { now: () => moment });
}

/** Reads extended JSON that must be an object. */
export function decodeDocument(text: string, clock: Clock): Document {
  const value = decode(text, clock);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParameter(`an object was expected: ${text.slice(0, 100)}`);
  }
  return value as Document;
}

const NO_CLOCK: Clock = { now: () => 0 };

/** Reads a document that this store wrote; it holds no server dates any more. */
export function decodeStored(text: string): Document {
  return revive(JSON.parse(text) as Json, NO_CLOCK) as Document;
}
