import type { Clock } from '../../clock';
import { randomHex } from '../../identifiers';
import type { Shelf, StateFile } from '../../state/stateFile';

export type TransferState = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL';

/** A transfer of the merchant's to somebody's wallet (商家转账). */
export interface TransferBill {
  outBillNo: string;
  transferBillNo: string;
  openid: string;
  amount: number;
  state: TransferState;
  failReason?: string;
  createdAt: number;
  packageInfo: string;
}

export type TransferOrder = Pick<TransferBill, 'outBillNo' | 'openid' | 'amount'>;

/** Nobody accepted within a day: the money goes back to the merchant (常见问题 4013778940). */
const ACCEPT_WITHIN_MS = 24 * 60 * 60_000;

/** What WeChat Pay keeps of transfers, by the merchant's numbers. */
export class TransferDesk {
  private readonly bills: Shelf<TransferBill>;

  constructor(
    state: StateFile,
    private readonly clock: Clock,
  ) {
    this.bills = state.shelf<TransferBill>('transfer');
  }

  /** Takes a transfer, or finds the one of the same number; undefined when that one says otherwise. */
  take(order: TransferOrder): TransferBill | undefined {
    const known = this.find(order.outBillNo);
    if (known) {
      return known.openid === order.openid && known.amount === order.amount ? known : undefined;
    }
    const bill: TransferBill = {
      ...order,
      transferBillNo: `1330${randomHex(14)}`,
      state: 'WAIT_USER_CONFIRM',
      createdAt: this.clock.now(),
      packageInfo: randomHex(32),
    };
    this.bills.put(bill.outBillNo, bill);
    return bill;
  }

  /** A transfer as it stands now. */
  find(outBillNo: string): TransferBill | undefined {
    const bill = this.bills.get(outBillNo);
    const over = bill && this.clock.now() >= bill.createdAt + ACCEPT_WITHIN_MS;
    return bill?.state === 'WAIT_USER_CONFIRM' && over
      ? { ...bill, state: 'FAIL', failReason: 'OVERDUE_CLOSE' }
      : bill;
  }

  /** Ends a transfer that waits, as its receiver or WeChat Pay does; undefined when none waits. */
  end(outBillNo: string, failReason?: string): TransferBill | undefined {
    const bill = this.find(outBillNo);
    if (bill?.state !== 'WAIT_USER_CONFIRM') return undefined;
    const ended: TransferBill = failReason
      ? { ...bill, state: 'FAIL', failReason }
      : { ...bill, state: 'SUCCESS' };
    this.bills.put(outBillNo, ended);
    return ended;
  }
}
