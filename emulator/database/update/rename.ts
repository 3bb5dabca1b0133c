import type { Document, Value } from '../bson/value';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';
import { type Place, placeAt } from './place';

function targetPath(source: Place, operand: Value): string {
  if (typeof operand !== 'string') {
    throw writeFailed(`The 'to' field for $rename must be a string: ${source.path}`);
  }
  if (operand === source.path) {
    throw writeFailed(
      `The source and target field for $rename must differ: ${source.path}: "${operand}"`,
    );
  }
  return operand;
}

function refuseArrayElement(place: Place, role: string): void {
  if (place.inArray) {
    throw writeFailed(
      `The ${role} field cannot be an array element, '${place.path}' in doc with ${place.owner}`,
    );
  }
}

/** `$rename`: moves a field to another path, over what is there; a missing field is left alone. */
export const rename: UpdateOperator = (source, operand, document: Document) => {
  const path = targetPath(source, operand);
  if (source.value === undefined) return;
  refuseArrayElement(source, 'source');
  const { value } = source;
  refuseArrayElement(placeAt(document, path), 'destination');
  source.remove();
  placeAt(document, path).set(value);
};
