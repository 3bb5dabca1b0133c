import type { UpdateOperator } from './operator';

/** `$unset`: removes the field; an element of an array becomes null. */
export const unset: UpdateOperator = (place) => place.remove();
