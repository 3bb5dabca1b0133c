import { CloudError } from '../cloudError';
import type { DuplicateKeyVariant } from './contract';

const CONTACT_US = 'Please check your request, but if the problem persists, contact us.';

/** A request the database refuses, in the words MongoDB uses. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

/** A write that MongoDB refuses; the cloud wraps its words twice (cloud-protocol 2.7). */
export function writeFailed(message: string): CloudError {
  return requestFailed(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`);
}

/** Something this emulator does not imitate; it is named instead of being answered wrongly. */
export function notEmulated(what: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `not emulated: ${what}`);
}

/** A parameter of the action is missing or has the wrong shape. */
export function invalidParameter(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

/** The collection was never created. */
export function collectionNotExist(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}

/** The collection exists already. */
export function collectionExists(): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[ResourceUnavailable.ResourceExist] Table exist.',
  );
}

const DUPLICATE_KEY_CODES: Record<DuplicateKeyVariant, string> = {
  observed: 'DATABASE_REQUEST_FAILED',
  documented: 'DATABASE_DUPLICATE_WRITE',
};

/** A key that a unique index (or `_id_`) holds already. `keyText` is MongoDB's rendering, such as `: "id"`. */
export function duplicateKey(
  variant: DuplicateKeyVariant,
  place: { collection: string; index: string; keyText: string },
): CloudError {
  const message = `E11000 duplicate key error collection: tnt-local.${place.collection} index: ${place.index} dup key: { ${place.keyText} }`;
  return new CloudError(DUPLICATE_KEY_CODES[variant], writeFailed(message).message);
}

/** Another transaction holds the document, or it changed after this transaction's snapshot. */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT_US}`,
  );
}

/** A plain write waited too long for a document that a transaction holds. */
export function transactionBusy(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${CONTACT_US}`,
  );
}

/** The transaction was committed, aborted, dropped after an error, or outlived its 30 seconds. */
export function transactionNotExist(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CONTACT_US}`,
  );
}

/** The rows of one answer are larger than the cloud sends. */
export function resultTooLarge(bytes: number, allowed: number): CloudError {
  return requestFailed(
    `errCode: -602001 database query result size exceed limit (${bytes} bytes, ${allowed} allowed)`,
  );
}
