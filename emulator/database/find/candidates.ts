import { decodeStored } from '../bson/decode';
import { keyOf } from '../bson/key';
import { type Document, isDocument, RegularExpression } from '../bson/value';
import { type IndexScan, type Plan, planQuery } from '../indexes/plan';
import { compileQuery } from '../query/compile';
import type { Matcher } from '../query/test';
import type { SortFields } from '../query/sort';
import type { Collection } from '../store/collection';
import type { Session, VisibleRow } from '../transaction/session';

/** A row that matched a query; the text is only parsed when somebody needs the document. */
export class MatchedRow {
  private parsed: Document | undefined;

  constructor(private readonly row: VisibleRow) {}

  get id(): Buffer {
    return this.row.id;
  }

  get body(): string {
    return this.row.body;
  }

  get document(): Document {
    this.parsed ??= decodeStored(this.row.body);
    return this.parsed;
  }
}

/** Counts documents looked at, so that a test can prove that an index was used. */
export interface Examined {
  count: number;
}

/** What is searched and where. */
export interface Search {
  session: Session;
  collection: Collection;
  query: Document;
  examined: Examined;
}

/** The rows matching a query, and whether they already come in the order asked for. */
export interface Candidates {
  rows: Iterable<MatchedRow>;
  ordered: boolean;
}

function* matching(rows: Iterable<VisibleRow>, matches: Matcher | undefined, examined: Examined) {
  for (const row of rows) {
    examined.count += 1;
    const candidate = new MatchedRow(row);
    if (!matches || matches(candidate.document)) yield candidate;
  }
}

function* once(rows: Iterable<VisibleRow>): Generator<VisibleRow> {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = row.id.toString('latin1');
    if (seen.has(key)) continue;
    seen.add(key);
    yield row;
  }
}

/** Several scans may meet in one document, and a multikey index lists it once for each element. */
function mayRepeat([scan, ...others]: Plan): boolean {
  return others.length > 0 || scan?.index.multikey === true;
}

/** Whether every row that is read matches, so that none needs to be parsed. */
function decides(scan: IndexScan | undefined, query: Document): boolean {
  return scan ? scan.exact : Object.keys(query).length === 0;
}

/** The one `_id` a query names, if it does so plainly. */
export function namedId({ _id: id }: Document): Buffer | undefined {
  const isPlain = id !== undefined && !isDocument(id) && !(id instanceof RegularExpression);
  return isPlain ? keyOf(id) : undefined;
}

/** One `_id` needs no search: the document is read, and tested if the query says more. */
function candidateById(search: Search, id: Buffer): Candidates {
  const { session, collection, query, examined } = search;
  const row = session.read(collection, id);
  const matches = Object.keys(query).length > 1 ? compileQuery(query) : undefined;
  return { rows: matching(row ? [row] : [], matches, examined), ordered: true };
}

/** Narrows by an index where one helps, and lets the matcher decide whatever the index does not. */
export function candidates(search: Search, sort: SortFields): Candidates {
  const id = namedId(search.query);
  return id ? candidateById(search, id) : searched(search, sort);
}

function searched({ session, collection, query, examined }: Search, sort: SortFields): Candidates {
  const matches = compileQuery(query);
  const plan = planQuery(collection.indexes, query, sort);
  const [scan] = plan;
  const keepsOrder = session.keepsOrder(collection);
  const rows = session.rows(collection, plan);
  const isDecided = keepsOrder && decides(scan, query);
  return {
    rows: matching(mayRepeat(plan) ? once(rows) : rows, isDecided ? undefined : matches, examined),
    ordered: sort.length === 0 || (keepsOrder && scan?.ordered === true),
  };
}
