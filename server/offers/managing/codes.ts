import type { BatchRow } from '../../../shared/offers/contract';
import { fail, ok, type Result } from '../../../shared/result';
import { coursesOf } from '../../catalogue/courses';
import { readPage } from '../../paging';
import { codeHash, freshCode } from '../codes';
import type { CodeBatch, Redeemable, RedeemCode } from '../redeemCode';
import { BATCH_PAGES, batchesOf } from '../redeemCodes';
import type { Answer, Asking, Desk } from './desk';

/** So many codes are written at once. */
const AT_ONCE = 20;

/** Batches of codes in pages, newest first. */
export const listBatches = async ({ cursor }: Asking<'listBatches'>, { db }: Desk): Answer => {
  const page = await readPage<CodeBatch>(db, BATCH_PAGES, cursor);
  const items = await Promise.all(page.items.map((batch) => batchRow(batch, db)));
  return ok({ kind: 'batches', ...page, items });
};

/**
 * Makes codes and shows them, this once. A request that was answered before is refused: whoever lost the answer makes
 * the batch void and another one.
 */
export const makeCodes = async (asked: Asking<'makeCodes'>, desk: Desk): Answer => {
  const { db, ids, userId, now } = desk;
  const given = await redeemableOf(asked.item, desk);
  if (!given.ok) return given;
  const { count, expiresAt, note } = asked;
  if (expiresAt <= now) return fail('INVALID_INPUT');
  const batch: CodeBatch = {
    _id: ids.derived('bat', userId, asked.requestId),
    ...given.data,
    ...{ count, expiresAt, note, voided: false, madeBy: userId, madeAt: now },
  };
  if (!(await batchesOf(db).insertOnce(batch))) return fail('REQUEST_REUSED');
  const codes = Array.from({ length: count }, () => freshCode(ids));
  await keepAll(codes, given.data, { batch, desk });
  return ok({ kind: 'codes', batch: await batchRow(batch, db), codes });
};

const keepAll = async (
  codes: readonly string[],
  given: Redeemable,
  { batch, desk: { db, ids } }: { readonly batch: CodeBatch; readonly desk: Desk },
): Promise<void> => {
  const { _id: batchId, expiresAt } = batch;
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const kept = codes.slice(from, from + AT_ONCE).map((code): RedeemCode => {
      const _id = codeHash(ids, code);
      return { _id, batchId, expiresAt, state: 'unused', ...given };
    });
    await Promise.all(kept.map((code) => batchesOf(db).addCode(code)));
  }
};

/** What codes for an item give, as it is now. */
const redeemableOf = async (
  { kind, id }: Asking<'makeCodes'>['item'],
  { db, shop }: Desk,
): Promise<Result<Redeemable, 'NOT_FOUND'>> => {
  if (kind === 'membership') {
    const plan = shop.plans.find(({ planId }) => planId === id);
    if (!plan) return fail('NOT_FOUND');
    return ok({ item: { kind, id, title: plan.name }, teacherId: '', days: plan.days });
  }
  const course = await coursesOf(db).get(id);
  if (course?.status !== 'published') return fail('NOT_FOUND');
  const { title, cover, teacherId } = course;
  return ok({ item: { kind, id, title, ...(cover && { cover }) }, teacherId });
};

/** Makes every code of a batch void that nobody has redeemed. */
export const voidCodes = async ({ batchId }: Asking<'voidCodes'>, { db }: Desk): Answer => {
  const batches = batchesOf(db);
  const batch = await batches.get(batchId);
  if (!batch) return fail('NOT_FOUND');
  await batches.voidAll(batchId);
  return ok({ kind: 'batches', items: [await batchRow({ ...batch, voided: true }, db)] });
};

const batchRow = async (batch: CodeBatch, db: Desk['db']): Promise<BatchRow> => {
  const { _id: batchId, item, count, expiresAt, note, voided, madeAt } = batch;
  return {
    batchId,
    item: { kind: item.kind, id: item.id, title: item.title },
    ...{ count, expiresAt, note, voided, madeAt },
    used: await batchesOf(db).countUsed(batchId),
  };
};
