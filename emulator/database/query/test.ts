import type { Document, Found, Value } from '../bson/value';

/** Whether a document satisfies a query. */
export type Matcher = (document: Document) => boolean;

/** What a condition is asked about: the places a path ends in, and the same with arrays opened. */
export interface Candidates {
  leaves: readonly Found[];
  opened: readonly Found[];
}

/** Whether what a path leads to satisfies one operator. */
export type FieldTest = (candidates: Candidates) => boolean;

/** How nested queries inside an operand are compiled; handed in, so that operators know no compiler. */
export interface Nested {
  query(query: Document): Matcher;
  condition(operand: Value): FieldTest;
}

/** Builds an operator's test from its operand. */
export type OperatorCompiler = (operand: Value, nested: Nested) => FieldTest;

/** A test that holds when any opened value passes. */
export function anyOpened(single: (value: Found) => boolean): FieldTest {
  return ({ opened }) => opened.some(single);
}
