import type { Action } from './action';
import { addCollection } from './addCollection';
import { aggregateDocuments } from './aggregateDocuments';
import { calculateDocument } from './calculateDocument';
import { getDocument } from './getDocument';
import { insertDocument } from './insertDocument';
import { modifyAndReturnDoc } from './modifyAndReturnDoc';
import { modifyDocument } from './modifyDocument';
import { removeDocument } from './removeDocument';
import { abortTransaction, commitTransaction, startTransaction } from './transactionActions';

/** Every action the SDKs send to the database. */
export const actions: Record<string, Action> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
};
