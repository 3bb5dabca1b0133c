import type { Document } from '../../../emulator/database/bson/value';
import { requestFailed } from '../../../emulator/database/errors';
import { sortFields } from '../../../emulator/database/query/sort';
import { matching, select, type Selection } from './reading';
import { showing } from './showing';
import type { Store } from './store';
import type { Moment } from './versions';

/** A stage of a pipeline inside a lookup: one operator with its operand. */
export type Stage = Readonly<Record<string, unknown>>;

export type Lookup = {
  readonly from: string;
  readonly pipeline: readonly Stage[];
  readonly as: string;
};

/** An aggregation as the shop builds it: one match, many lookups, one projection. */
export type Aggregation = {
  readonly collection: string;
  readonly query: Document;
  readonly lookups: readonly Lookup[];
  readonly fields: Document;
};

const STAGES: Readonly<Record<string, (operand: unknown) => Partial<Selection>>> = {
  $match: (query) => ({ query: query as Document }),
  $sort: (order) => ({ order: sortFields(order as Document) }),
  $limit: (limit) => ({ limit: limit as number }),
  $project: (fields) => ({ fields: fields as Document }),
};

/** A pipeline is one selection as long as its stages come once, in this order. */
const selectionOf = (pipeline: readonly Stage[]): Selection => {
  const parts = pipeline.map((stage) => {
    const [operator = ''] = Object.keys(stage);
    const read = STAGES[operator];
    if (!read) throw requestFailed(`not simulated: ${operator}`);
    return read(stage[operator]);
  });
  return Object.assign({ query: {} }, ...parts) as Selection;
};

/** What a pipeline gives by itself. */
export const answer = (
  store: Store,
  { from, pipeline }: Pick<Lookup, 'from' | 'pipeline'>,
  moment?: Moment,
): Document[] => select(store.collection(from), selectionOf(pipeline), moment);

/** Answers an aggregation, all of it at one moment. */
export const aggregate = (
  store: Store,
  { collection, query, lookups, fields }: Aggregation,
  moment?: Moment,
): Document[] => {
  const project = showing(fields, {});
  const joined = lookups.map((lookup): [string, Document[]] => [
    lookup.as,
    answer(store, lookup, moment),
  ]);
  return matching(store.collection(collection), query, { moment }).map((document) =>
    project({ ...document, ...Object.fromEntries(joined) }),
  );
};
