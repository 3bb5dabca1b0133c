import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../cloudError';
import type { DocumentDatabase } from '../database/contract';
import type { FaultKnobs } from '../faults/faults';
import type { Action, ActionAnswer, ActionRequest } from './actionRequest';
import { textOf } from './actionRequest';
import { checkStrictness, type Strictness } from './strictness';

/** What the database actions need. */
export interface DatabaseActionParts {
  database: DocumentDatabase;
  faults: FaultKnobs;
  strictness: Strictness;
}

const CONFLICT_TEXT =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.';

/** Answers a `database.*` action, counts its round trip, and lets the faults have their chance. */
export function databaseAction(parts: DatabaseActionParts): Action {
  return async (request) => {
    if (request.invocation) request.invocation.roundTrips += 1;
    checkStrictness(request, parts.strictness);
    const { databaseLatencyMs } = parts.faults.current;
    if (databaseLatencyMs > 0) await sleep(databaseLatencyMs);
    await injectConflict(request, parts);
    const fields = await withTimeouts(request, parts);
    followTransactions(request, fields);
    return { fields } satisfies ActionAnswer;
  };
}

/** A conflict ends the transaction on the server, as a real one does. */
async function injectConflict(request: ActionRequest, parts: DatabaseActionParts): Promise<void> {
  const transactionId = textOf(request.params, 'transactionId');
  if (transactionId === '' || request.action === 'database.abortTransaction') return;
  if (!parts.faults.oneIn(parts.faults.current.databaseConflictOneIn)) return;
  await parts.database.handle('database.abortTransaction', { transactionId });
  request.invocation?.openTransactions.delete(transactionId);
  throw new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT_TEXT);
}

async function withTimeouts(request: ActionRequest, { database, faults }: DatabaseActionParts) {
  const timesOut = faults.oneIn(faults.current.databaseTimeoutOneIn);
  if (!timesOut) return database.handle(request.action, request.params);
  if (faults.oneIn(2)) await database.handle(request.action, request.params);
  throw new CloudError('SERVER_TIMEOUT', 'emulator: injected timeout, the work may have been done');
}

function followTransactions(request: ActionRequest, fields: Record<string, unknown>): void {
  const open = request.invocation?.openTransactions;
  if (request.action === 'database.startTransaction') open?.add(textOf(fields, 'transactionId'));
  const ends = ['database.commitTransaction', 'database.abortTransaction'].includes(request.action);
  if (ends) open?.delete(textOf(request.params, 'transactionId'));
}
