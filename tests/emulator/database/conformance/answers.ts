import type { Doc, Result } from './cloudDatabase';

function numberIn(result: Result, ...names: string[]): number {
  const stats = (result['stats'] ?? {}) as Result;
  const found = names
    .map((name) => stats[name] ?? result[name])
    .find((value) => value !== undefined);
  return Number(found);
}

/** How many documents an update changed. */
export function updatedIn(result: Result): number {
  return numberIn(result, 'updated');
}

/** How many documents were removed. */
export function removedIn(result: Result): number {
  return numberIn(result, 'removed', 'deleted');
}

/** Whether a `set` created its document. */
export function createdIn(result: Result): boolean {
  const stats = (result['stats'] ?? {}) as Result;
  return Boolean(stats['created'] ?? result['upsertedId'] ?? result['upserted']);
}

/** The id of an added document. */
export function idIn(result: Result): unknown {
  return result['_id'] ?? result['id'];
}

/** The ids of documents added together. */
export function idsIn(result: Result): unknown {
  return result['_ids'] ?? result['ids'];
}

/** The documents of a query or of an aggregation. */
export function documentsIn(result: Result): Doc[] {
  return (result['data'] ?? result['list']) as Doc[];
}

/** The document of a `doc().get()`, which one SDK hands out in an array. */
export function documentIn(result: Result): Doc | undefined {
  const { data } = result as { data: Doc | Doc[] | null };
  return (Array.isArray(data) ? data[0] : data) ?? undefined;
}

/** Everything an error says: codes alone are not reliable. */
export function errorText(error: unknown): string {
  const { code, errCode, errMsg, message } = error as Record<string, unknown>;
  return [code, errCode, errMsg, message].map(String).join(' ');
}

/** The text of the error that a call fails with; success fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<string> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return errorText(outcome.error);
  throw new Error(`expected a failure, got ${JSON.stringify(outcome.value)}`);
}

/** The conflict that production code looks for (cloud-protocol 2.6). */
export const CONFLICT = /TransactionConflict|TRANSACTION_CONFLICT/;
/** A finished or expired transaction. */
export const GONE = /TransactionNotExist/;
/** A key that exists (cloud-protocol 2.7). */
export const DUPLICATE = /E11000|duplicate key|DATABASE_DUPLICATE_WRITE/i;
