import { one, type Database, type Read, type Transaction } from '../database';
import type { Listing } from '../paging';
import type { CodeBatch, RedeemCode } from './redeemCode';

const CODES = 'redeemCodes';
const BATCHES = 'codeBatches';

/** Every batch of codes, and the only way to change one. */
export const batchesOf = (db: Database) => {
  const batches = db.collection<CodeBatch>(BATCHES);
  const codes = db.collection<RedeemCode>(CODES);
  return {
    get: (batchId: string) => batches.get(batchId),

    insertOnce: (batch: CodeBatch) => batches.insertOnce(batch),

    addCode: (code: RedeemCode) => codes.insertOnce(code),

    /** How many codes of a batch were redeemed. */
    countUsed: (batchId: string) => codes.count({ batchId, state: 'used' }),

    /** Makes every code of a batch void that was not redeemed yet. Safe to repeat. */
    async voidAll(batchId: string): Promise<void> {
      await batches.updateIf({ _id: batchId }, { set: { voided: true } });
      await codes.updateAll({ batchId, state: 'unused' }, { set: { state: 'voided' } });
    },
  };
};

/** Codes, inside the transaction that redeems one. */
export const codesIn = (tx: Transaction) => ({
  get: (codeId: string) => tx.get<RedeemCode>(CODES, codeId),
  use: (
    codeId: string,
    by: { readonly usedBy: string; readonly usedAt: number; readonly orderId: string },
  ) => tx.update(CODES, codeId, { set: { state: 'used', ...by } }),
});

/** The read of a code by its hash. */
export const codeBy = (codeId: string): Read<RedeemCode, false> =>
  one<RedeemCode>(CODES, { _id: codeId });

/** Batches in pages, newest first. */
export const BATCH_PAGES: Listing = { collection: BATCHES, where: {}, sortBy: 'madeAt', size: 20 };
