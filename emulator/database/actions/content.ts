import { randomBytes } from 'node:crypto';
import { encode } from '../bson/encode';
import { documentSize } from '../bson/size';
import { type Document, RegularExpression, type Value } from '../bson/value';
import { writeFailed } from '../errors';
import type { Content } from '../store/collection';

const MOST_BYTES = 16 * 1024 * 1024;
/** The most bytes one UTF-16 unit of the text can stand for. */
const BYTES_PER_UNIT = 3;

function refuseTooLarge(document: Document, body: string): void {
  if (body.length * BYTES_PER_UNIT <= MOST_BYTES) return;
  const size = documentSize(document);
  if (size > MOST_BYTES) {
    throw writeFailed(
      `object to insert too large. size in bytes: ${size}, max size: ${MOST_BYTES}`,
    );
  }
}

function refuseAsId(id: Value): void {
  if (Array.isArray(id)) throw writeFailed(`The '_id' value cannot be of type array`);
  if (id instanceof RegularExpression) throw writeFailed(`The '_id' value cannot be of type regex`);
}

/** The stored form of a document; larger than 16 MB it is refused. */
export function contentOf(document: Document): Content {
  const body = encode(document);
  refuseTooLarge(document, body);
  return { document, body };
}

/** An id as the cloud makes them: 32 hexadecimal digits. */
function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A new document with its `_id` first, made up if it has none; top-level `$` fields are refused. */
export function newDocument(fields: Document): Document {
  const { _id: given, ...rest } = fields;
  const id = given ?? newId();
  refuseAsId(id);
  const operator = Object.keys(rest).find((name) => name.startsWith('$'));
  if (operator !== undefined)
    throw writeFailed(`Document can't have $ prefixed field names: ${operator}`);
  return { _id: id, ...rest };
}
