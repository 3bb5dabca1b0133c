import { leavesAt } from '../bson/path';
import { copy, type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { placeAt } from '../update/place';
import type { StageRunner } from './stage';

interface Unwinding {
  path: string;
  indexField: string | undefined;
  keepEmpty: boolean;
}

function unwinding(operand: Value): Unwinding {
  const options = isDocument(operand) ? operand : { path: operand };
  const path = fieldOf(options, 'path');
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw requestFailed(
      `path option to $unwind stage should be prefixed with a '$': ${String(path)}`,
    );
  }
  const indexField = fieldOf(options, 'includeArrayIndex');
  return {
    path: path.slice(1),
    indexField: typeof indexField === 'string' ? indexField : undefined,
    keepEmpty: fieldOf(options, 'preserveNullAndEmptyArrays') === true,
  };
}

function withIndex(document: Document, { indexField }: Unwinding, index: number | null): Document {
  if (indexField !== undefined) placeAt(document, indexField).set(index);
  return document;
}

function unwindOne(document: Document, options: Unwinding): Document[] {
  const [value] = leavesAt(document, options.path).found;
  if (!Array.isArray(value)) {
    const isEmpty = value === undefined || value === null;
    return isEmpty && !options.keepEmpty ? [] : [withIndex(document, options, null)];
  }
  if (value.length === 0) {
    if (!options.keepEmpty) return [];
    placeAt(document, options.path).remove();
    return [withIndex(document, options, null)];
  }
  return value.map((element, index) => {
    const single = copy(document);
    placeAt(single, options.path).set(element);
    return withIndex(single, options, index);
  });
}

/** `$unwind`: one document for each element; what is no array passes as it is, what is missing only on request. */
export const unwind: StageRunner = (documents, operand) => {
  const options = unwinding(operand);
  return documents.flatMap((document) => unwindOne(copy(document), options));
};
