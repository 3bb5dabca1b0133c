import type { Document, Value } from '../bson/value';
import type { Place } from './place';

/** Changes one place of a document as one update operator says; MongoDB's own errors. */
export type UpdateOperator = (place: Place, operand: Value, document: Document) => void;
