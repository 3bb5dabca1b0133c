import type { Document, Found, Read } from '../../database';
import type { SdkDatabase } from '../sdk';
import { toMatch } from './queries';
import type { Again } from './retry';

type Row = Record<string, Document[]>;

/**
 * Answers several reads in one round trip: an aggregation that starts at the shop's settings document,
 * which always exists, and looks up everything else beside it. Each inner match uses its collection's index.
 */
export const readTogether = async <R extends Record<string, Read>>(
  { db, again }: { readonly db: SdkDatabase; readonly again: Again },
  reads: R,
): Promise<Found<R>> => {
  const entries = Object.entries(reads);
  if (entries.length === 0) return {} as Found<R>;

  let stages = db.collection('settings').aggregate().match({ _id: 'shop' });
  for (const [name, read] of entries) {
    stages = stages.lookup({
      from: read.collection,
      pipeline: pipelineOf(read),
      as: name,
    });
  }
  const fields = Object.fromEntries(entries.map(([name]) => [name, true]));
  const { list } = (await again(() => stages.project({ _id: false, ...fields }).end())) as {
    list: Row[];
  };
  const row = list[0];
  if (!row)
    throw new Error('the settings document is missing: deploy or seed this environment first');
  return Object.fromEntries(
    entries.map(([name, { many }]) => [name, many ? (row[name] ?? []) : row[name]?.[0]]),
  ) as Found<R>;
};

/** The stages that answer one read. */
export const pipelineOf = ({ where, many, options = {} }: Read): object[] => [
  { $match: toMatch(where) },
  ...(options.orderBy
    ? [
        {
          $sort: Object.fromEntries(
            options.orderBy.map(([path, way]) => [path, way === 'asc' ? 1 : -1]),
          ),
        },
      ]
    : []),
  { $limit: many ? (options.limit ?? 100) : 1 },
  ...(options.fields
    ? [{ $project: Object.fromEntries(options.fields.map((path) => [path, 1])) }]
    : []),
];
