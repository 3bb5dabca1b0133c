import { keyOf } from '../bson/key';
import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import type { Search } from '../find/candidates';
import { isOperatorObject } from '../query/compile';
import { compileUpdate } from '../update/apply';
import { placeAt } from '../update/place';
import { contentOf, newDocument } from './content';

/** The values a query fixes by equality: the start of a document made by an upsert. */
function fixedValues(query: Document): [string, Value][] {
  return Object.entries(query).flatMap(([path, operand]): [string, Value][] => {
    if (path === '$and' && Array.isArray(operand))
      return operand.filter(isDocument).flatMap(fixedValues);
    if (path.startsWith('$')) return [];
    if (!isOperatorObject(operand)) return [[path, operand]];
    const equal = fieldOf(operand, '$eq');
    return equal === undefined ? [] : [[path, equal]];
  });
}

function updatedStart(query: Document, update: Document): Document {
  const start: Document = {};
  for (const [path, value] of fixedValues(query)) placeAt(start, path).set(value);
  return compileUpdate(update, { query, inserting: true })(start);
}

/** Inserts the document that an update or replacement found missing; tells its `_id`. */
export function insertMissing(search: Search, data: Document, merge: boolean): Value {
  const { session, collection, query } = search;
  const id = Object.fromEntries(fixedValues(query))['_id'];
  const fields = merge
    ? updatedStart(query, data)
    : { ...(id !== undefined && { _id: id }), ...data };
  const document = newDocument(fields);
  const newId = document['_id'] ?? null;
  session.write({ collection, id: keyOf(newId), before: undefined, content: contentOf(document) });
  return newId;
}
