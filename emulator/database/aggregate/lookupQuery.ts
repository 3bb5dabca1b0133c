import { type Document, fieldOf, type Found, isDocument, type Value } from '../bson/value';

type Side = { path: string } | { value: Value };

/** One side of a comparison inside `$expr`: a field of the foreign document, or a value known before reading it. */
function sideOf(operand: Found, variables: Document): Side | undefined {
  if (typeof operand !== 'string' || !operand.startsWith('$')) {
    const isPlain = operand !== undefined && !isDocument(operand) && !Array.isArray(operand);
    return isPlain ? { value: operand } : undefined;
  }
  if (!operand.startsWith('$$')) return { path: operand.slice(1) };
  const value = fieldOf(variables, operand.slice(2));
  return value === undefined ? undefined : { value };
}

/** `$eq` inside `$expr` tells null from missing and never looks into arrays, so null is left to the expression itself. */
function equality(operands: Found, variables: Document): Document {
  const [left, right] = Array.isArray(operands)
    ? operands.map((side) => sideOf(side, variables))
    : [];
  const path = [left, right].find((side) => side && 'path' in side);
  const known = [left, right].find((side) => side && 'value' in side);
  if (!path || !known || !('path' in path) || !('value' in known)) return {};
  const isSimple = known.value !== null && !isDocument(known.value) && !Array.isArray(known.value);
  return isSimple ? { [path.path]: { $eq: known.value } } : {};
}

function conditionsIn(expression: Found, variables: Document): Document[] {
  if (!isDocument(expression)) return [];
  const all = fieldOf(expression, '$and');
  if (Array.isArray(all)) return all.flatMap((part) => conditionsIn(part, variables));
  return [equality(fieldOf(expression, '$eq'), variables)];
}

/**
 * What a `$match` certainly demands of the foreign documents, in a form that indexes understand:
 * everything but `$expr`, and those equalities in `$expr` whose other side is already known.
 * It may find too much, never too little: the `$match` itself still runs.
 */
export function boundQuery(query: Document, variables: Document): Document {
  const { $expr: expression, ...plain } = query;
  const conditions = conditionsIn(expression, variables).filter(
    (condition) => Object.keys(condition).length > 0,
  );
  return conditions.length === 0 ? plain : { $and: [plain, ...conditions] };
}
