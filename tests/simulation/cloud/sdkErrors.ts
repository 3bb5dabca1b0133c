import { CloudError } from '../../../emulator/cloudError';
import type { Failures } from '../schedule';

/** What the SDK makes of the cloud's codes: a number and some words; it does not know most of them. */
const KNOWN: Readonly<Record<string, readonly [number, string]>> = {
  DATABASE_REQUEST_FAILED: [-502001, 'database request fail'],
  DATABASE_COLLECTION_NOT_EXIST: [-502005, 'database collection not exists'],
  EXCEED_REQUEST_LIMIT: [-501003, 'exceed request limit'],
};
const UNKNOWN = [-501001, 'resource system error'] as const;

/** How operations on documents fail: a number, words, and no code (cloud-protocol 2.7). */
export const operationError = (api: string, { code, message }: CloudError): Error => {
  const [errCode, words] = KNOWN[code] ?? UNKNOWN;
  const errMsg = `${api}:fail ${errCode} ${words}. ${message}`;
  return Object.assign(new Error(errMsg), { errCode, errMsg });
};

/** How an aggregation fails: with the cloud's own code. */
export const aggregateError = (_api: string, { code, message }: CloudError): Error => {
  const errMsg = `collection.aggregate:fail ${message}`;
  return Object.assign(new Error(errMsg), { code, errCode: -1, errMsg });
};

/** How the beginning and the end of a transaction fail: in the cloud's own words, unwrapped. */
export const transactionError = (_api: string, { code, message }: CloudError): Error =>
  Object.assign(new Error(message), { code });

/** One of the ways above. */
export type ErrorForm = (api: string, error: CloudError) => Error;

/** What a caller gets when the answer never comes, and when there were too many requests. */
export const failuresIn = (form: ErrorForm, api: string): Failures => ({
  unknown: () => form(api, new CloudError('ESOCKETTIMEDOUT', 'request timeout')),
  refused: () =>
    form(
      api,
      new CloudError('EXCEED_REQUEST_LIMIT', 'Your environment exceeds its request limit.'),
    ),
});

/** The SDK does not even send a write of nothing. */
export const refuseEmpty = (data: object): void => {
  if (Object.keys(data).length > 0) return;
  const errMsg = 'options.data must not be empty';
  throw Object.assign(new Error(`errCode: -1 unknown error | errMsg: ${errMsg}`), {
    errCode: -1,
    errMsg,
  });
};
