/** What the SDKs throw: the numbers lie (see the wire reference), so only the words of the message are matched. */
type SdkError = { readonly code?: unknown; readonly errMsg?: unknown; readonly message?: unknown };

const wordsOf = (error: unknown): string => {
  const { code, errMsg, message } = (error ?? {}) as SdkError;
  return [code, errMsg, message].filter((part) => typeof part === 'string').join(' ');
};

/** A unique key is taken already. */
export const isDuplicateKey = (error: unknown): boolean =>
  /E11000|duplicate key|DATABASE_DUPLICATE_WRITE/i.test(wordsOf(error));

/** Someone else's transaction was in the way, or ours ended before it was done: start again with fresh reads. */
export const isConflict = (error: unknown): boolean =>
  /TransactionConflict|TransactionBusy|TRANSACTION_CONFLICT|WriteConflict|TransactionNotExist/i.test(
    wordsOf(error),
  );

/** The call may or may not have had its effect: nobody can tell from here. */
export const isUnknownOutcome = (error: unknown): boolean =>
  /ECONNRESET|ECONNREFUSED|ETIMEDOUT|ESOCKETTIMEDOUT|EPIPE|socket hang up|request timeout|SERVER_TIMEOUT|DATABASE_TIMEOUT|SYS_ERR/i.test(
    wordsOf(error),
  );
