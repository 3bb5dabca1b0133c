import { type Document, fieldOf, type Found, isDocument, type Value } from '../bson/value';

function isSimple(value: Found): value is Value {
  const isMissing = value === undefined || value === null;
  return !isMissing && !isDocument(value) && !Array.isArray(value);
}

/** A field of the foreign document, written `$path`. */
function pathIn(operand: Value): string[] {
  const isPath = typeof operand === 'string' && /^\$[^$]/.test(operand);
  return isPath ? [operand.slice(1)] : [];
}

/** A value known before the foreign document is read: a constant, or a variable written `$$name`. */
function valueIn(operand: Value, variables: Document): Value[] {
  const isReference = typeof operand === 'string' && operand.startsWith('$');
  if (!isReference) return isSimple(operand) ? [operand] : [];
  const value = operand.startsWith('$$') ? fieldOf(variables, operand.slice(2)) : undefined;
  return isSimple(value) ? [value] : [];
}

/** `$eq` inside `$expr` tells null from missing and takes arrays whole, so only simple values become a condition. */
function equality(operands: Found, variables: Document): Document[] {
  if (!Array.isArray(operands)) return [];
  const [path] = operands.flatMap(pathIn);
  const [value] = operands.flatMap((operand) => valueIn(operand, variables));
  return path === undefined || value === undefined ? [] : [{ [path]: { $eq: value } }];
}

function conditionsIn(expression: Found, variables: Document): Document[] {
  if (!isDocument(expression)) return [];
  const all = fieldOf(expression, '$and');
  if (Array.isArray(all)) return all.flatMap((part) => conditionsIn(part, variables));
  return equality(fieldOf(expression, '$eq'), variables);
}

function conditionsBeside([key, operand]: [string, Value], variables: Document): Document[] {
  if (!key.startsWith('$')) return [{ [key]: operand }];
  if (key === '$expr') return conditionsIn(operand, variables);
  const parts = key === '$and' && Array.isArray(operand) ? operand.filter(isDocument) : [];
  return parts.map((part) => boundQuery(part, variables));
}

/**
 * What a `$match` certainly demands of the foreign documents, in a form that indexes understand:
 * conditions on fields, and those equalities in `$expr` whose other side is already known.
 * It may find too much, never too little: the `$match` itself still runs.
 */
export function boundQuery(query: Document, variables: Document): Document {
  const conditions = Object.entries(query).flatMap((entry) => conditionsBeside(entry, variables));
  return conditions.length === 0 ? {} : { $and: conditions };
}
