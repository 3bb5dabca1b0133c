import { type Document, isDocument } from '../bson/value';
import type { Window } from './source';
import type { Stage } from './stages';

const sortOf = ({ operator, operand }: Stage): Document | undefined =>
  operator === '$sort' && isDocument(operand) && Object.keys(operand).length > 0
    ? operand
    : undefined;

const limitOf = (stage: Stage | undefined): number | undefined =>
  stage?.operator === '$limit' && Number.isInteger(stage.operand) && Number(stage.operand) > 0
    ? Number(stage.operand)
    : undefined;

/**
 * The order and number that stages ask for before anything else, so that no more is read than they let through,
 * as MongoDB does; undefined when they do not begin with `$limit`, or `$sort` and `$limit`. The stages still run.
 */
export function windowOf([first, second]: readonly Stage[]): Window | undefined {
  const order = first && sortOf(first);
  const limit = limitOf(order ? second : first);
  return limit === undefined ? undefined : { order: order ?? {}, limit };
}
