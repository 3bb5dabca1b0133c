import { fen, formatYuan } from '../../shared/money';
import type { Document } from '../database';
import { bookApart, suspenseKey } from '../differences/bookApart';
import type { PaymentEvidence } from '../payments';
import type { Ports } from '../ports';

/** A payment for an order nobody knows, by the order's number and the payment's. */
type Orphan = Document & { readonly evidence: PaymentEvidence; readonly heardAt: number };

/** An order may be on its way for so long, such as while a database is being restored. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Keeps a payment whose order is not there. False while the order may still turn up, so that WeChat says it again;
 * true when it is booked as suspense and waits for a person.
 */
export const keepOrphan = async (
  { db, ids, log }: Pick<Ports, 'db' | 'ids' | 'log'>,
  evidence: PaymentEvidence,
  now: number,
): Promise<boolean> => {
  const orphans = db.collection<Orphan>('orphans');
  const _id = ids.derived('orp', suspenseKey(evidence));
  await orphans.insertOnce({ _id, evidence, heardAt: now });
  const orphan = await orphans.get(_id);
  if (!orphan || now - orphan.heardAt < PATIENCE_MS) return false;

  log({ level: 'error', event: 'payment without an order', orderId: evidence.orderId });
  const detail = `订单 ${evidence.orderId} 不存在，却收到付款 ¥${formatYuan(fen(evidence.paid))}`;
  await db.transaction((tx) => bookApart(tx, { ids }, { kind: 'orphan', evidence, detail, now }));
  return true;
};
