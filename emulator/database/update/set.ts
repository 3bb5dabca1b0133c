import type { UpdateOperator } from './operator';

/** `$set`: replaces or creates the field. */
export const set: UpdateOperator = (place, operand) => place.set(operand);
