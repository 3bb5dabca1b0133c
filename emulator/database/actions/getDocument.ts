import { encode } from '../bson/encode';
import type { Document } from '../bson/value';
import type { MatchedRow, Search } from '../find/candidates';
import { find } from '../find/find';
import { compileProjection } from '../projection/project';
import { type Action, searchOf } from './action';
import { limitedResult } from './result';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Without a projection the stored text is the answer. */
function renderer(projection: Document, { query }: Search): (row: MatchedRow) => string {
  if (Object.keys(projection).length === 0) return ({ body }) => body;
  const project = compileProjection(projection, query);
  return ({ document }) => encode(project(document));
}

/** `database.getDocument`: by `_id` or by a query with order, offset, limit and projection. */
export const getDocument: Action = (situation) => {
  const { parameters, maxResultBytes } = situation;
  const search = searchOf(situation);
  const isOne = parameters.optionalText('queryType') === 'DOC';
  const limit = parameters.count('limit', isOne ? 1 : DEFAULT_LIMIT) || DEFAULT_LIMIT;
  const render = renderer(parameters.document('projection'), search);
  const rows = find(search, {
    order: parameters.document('order'),
    offset: parameters.count('offset', 0),
    limit: Math.min(limit, MAX_LIMIT),
  });
  return { data: { list: limitedResult(rows.map(render), maxResultBytes) } };
};
