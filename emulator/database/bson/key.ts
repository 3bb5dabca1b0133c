import { typeRank } from './types';
import { type Document, type Found, isDocument, type Value } from './value';

/** Ends every composite part of a key; smaller than any type rank, so shorter sorts first. */
const END = Buffer.from([0]);
const STRING_END = Buffer.from([0, 0]);

function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, STRING_END]);
  return Buffer.concat([
    Buffer.from(bytes.toString('latin1').replaceAll('\0', '\0\xff'), 'latin1'),
    STRING_END,
  ]);
}

/** IEEE 754 bytes whose unsigned order is the numeric order, with NaN below all. */
function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const negative = value < 0;
  for (let i = 0; i < 8; i += 1)
    bytes[i] = (bytes[i] ?? 0) ^ (negative ? 0xff : i === 0 ? 0x80 : 0);
  return bytes;
}

function arrayBytes(items: readonly Value[]): Buffer {
  return Buffer.concat([...items.map((item) => keyOf(item)), END]);
}

function documentBytes(document: Document): Buffer {
  const fields = Object.entries(document).flatMap(([name, value]) => [
    Buffer.from([typeRank(value)]),
    textBytes(name),
    payload(value),
  ]);
  return Buffer.concat([...fields, END]);
}

function objectBytes(value: object): Buffer {
  if (Array.isArray(value)) return arrayBytes(value);
  if (value instanceof Date) return numberBytes(value.getTime());
  return isDocument(value as Value) ? documentBytes(value as Document) : textBytes(String(value));
}

function payload(value: Found): Buffer {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  return typeof value === 'object' && value !== null ? objectBytes(value) : Buffer.alloc(0);
}

/**
 * Bytes that sort like the value does in `compare`, and are never a prefix of another value's:
 * so keys of several fields can be joined, and a range of values is a range of bytes.
 */
export function keyOf(value: Found): Buffer {
  return Buffer.concat([Buffer.from([typeRank(value)]), payload(value)]);
}

/** The same key for a field kept in descending order: every bit turned over. */
export function inverted(key: Buffer): Buffer {
  return Buffer.from(key.map((byte) => byte ^ 0xff));
}

/** The smallest key above everything that starts with `prefix`; undefined when there is none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
  for (let i = prefix.length - 1; i >= 0; i -= 1) {
    const byte = prefix[i] ?? 0;
    if (byte === 0xff) continue;
    const next = Buffer.from(prefix.subarray(0, i + 1));
    next[i] = byte + 1;
    return next;
  }
  return undefined;
}
