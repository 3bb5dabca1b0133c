import type { Action } from './action';

/** `database.startTransaction`: the id stands beside `requestId`, not under `data`. */
export const startTransaction: Action = ({ transactions }) => ({
  transactionId: transactions.start(),
});

/** `database.commitTransaction`. */
export const commitTransaction: Action = ({ parameters, transactions }) => {
  transactions.commit(parameters.text('transactionId'));
  return {};
};

/** `database.abortTransaction`. */
export const abortTransaction: Action = ({ parameters, transactions }) => {
  transactions.abort(parameters.text('transactionId'));
  return {};
};
