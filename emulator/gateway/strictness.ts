import { CloudError } from '../cloudError';
import { textOf, type ActionRequest } from './actionRequest';

/** How loud the two silent database traps are. */
export interface Strictness {
  transactionEscape: 'warn' | 'fail';
  unconditionalWrite: 'warn' | 'fail';
}

const WRITES = new Set(['database.modifyDocument', 'database.removeDocument']);
const NEVER_IN_TRANSACTION = new Set(['database.calculateDocument', 'database.aggregateDocuments']);

/**
 * Points out what production does silently: operations that run outside the transaction the code believes
 * to be in (cloud-protocol 2.6), and writes of many documents without a condition (8.3).
 */
export function checkStrictness(request: ActionRequest, strictness: Strictness): void {
  if (escapesTransaction(request)) {
    const text = `${request.action} on ${textOf(request.params, 'collectionName')} runs outside the open transaction`;
    object(request, strictness.transactionEscape, text);
  }
  if (isUnconditionalWrite(request)) {
    const text = `${request.action} on ${textOf(request.params, 'collectionName')} has no condition: it changes every document`;
    object(request, strictness.unconditionalWrite, text);
  }
}

function escapesTransaction({ action, params, invocation }: ActionRequest): boolean {
  if (!invocation?.openTransactions.size || textOf(params, 'transactionId') !== '') return false;
  return (
    NEVER_IN_TRANSACTION.has(action) || (WRITES.has(action) && params['queryType'] === 'WHERE')
  );
}

function isUnconditionalWrite({ action, params }: ActionRequest): boolean {
  if (!WRITES.has(action) || params['multi'] !== true) return false;
  return ['', '{}'].includes(textOf(params, 'query'));
}

function object(request: ActionRequest, loudness: 'warn' | 'fail', text: string): void {
  request.invocation?.logs.push({
    level: loudness === 'fail' ? 'error' : 'warn',
    text: `emulator: ${text}`,
  });
  if (loudness === 'fail') throw new CloudError('DATABASE_REQUEST_FAILED', `emulator: ${text}`);
}
