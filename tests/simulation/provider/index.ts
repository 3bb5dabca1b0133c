import type { Payment as PhonePayment } from '../../../shared/orders/contract';
import type { Order } from '../../../server/orders/order';
import type { Transfers } from '../../../server/transfers';
import type { Fortune } from './adversity';
import { cloudPayDesk, paidEvent } from './cloudPayDesk';
import { Notices } from './notices';
import { OrderBook, type Payment, type Transaction } from './orderBook';
import { Payer } from './payer';
import { RefundFates } from './refundFates';
import { beginSharing } from './sharingFates';
import { transferDesk } from './transferDesk';
import type { Account, Agenda, Notice, ProviderWorld } from './world';

type Parts = {
  readonly fortune: Fortune;
  readonly agenda: Agenda;
  readonly now: () => number;
  /** Whether the shop compares the bills of the schedule's days. */
  readonly bills: boolean;
  readonly deliver: (event: Notice['event'], about: string) => Promise<boolean>;
};

export const ACCOUNT: Account = { merchant: '1800000001', appId: 'wxshop', offerId: 'offer1' };

/**
 * An adversarial WeChat Pay with its own order book. It stands below our adapters: `cloud.cloudPay` and `fetch` are its
 * own, so everything in server/wechat/pay runs for real.
 */
export class Provider {
  readonly book = new OrderBook();
  readonly notices: Notices;
  private readonly payer: Payer;
  private readonly fates: RefundFates;

  constructor(private readonly parts: Parts) {
    const { fortune, agenda, bills, deliver } = parts;
    this.notices = new Notices({ fortune, agenda, bills, deliver });
    const world = this.worldOver(() => Promise.reject(new Error('nobody calls')));
    const behind = { world, agenda, notices: this.notices };
    this.payer = new Payer(behind);
    this.fates = new RefundFates(behind);
  }

  /** The provider as one process reaches it, over that process's own network. */
  worldOver(io: ProviderWorld['io']): ProviderWorld {
    const { fortune, now } = this.parts;
    const { agenda } = this.parts;
    const world: ProviderWorld = {
      io,
      now,
      fortune,
      book: this.book,
      account: ACCOUNT,
      refundTaken: (number) => this.fates.begin(number),
      sharingTaken: (number) => beginSharing(number, world, agenda),
    };
    return world;
  }

  /** `cloud.cloudPay` for a process; `payer` is who the platform says is calling. */
  cloudPayOver(io: ProviderWorld['io'], payer: string) {
    return cloudPayDesk(this.worldOver(io), payer);
  }

  /** 商家转账 for a process. */
  transfersOver(io: ProviderWorld['io']): Pick<Transfers, 'submit' | 'query'> {
    return transferDesk(this.worldOver(io), this.parts.agenda);
  }

  /** Somebody opens the cashier with what the shop handed out. */
  present(payment: PhonePayment, openid: string): void {
    this.payer.pay(
      payment.provider === 'cloudPay'
        ? payment.params.package.slice('prepay_id='.length)
        : this.presentVirtual(payment.params.signData, openid),
    );
  }

  /** A virtual payment has no order before its phone brings one (V1). */
  private presentVirtual(signData: string, openid: string): string {
    const sign = JSON.parse(signData) as { outTradeNo: string; goodsPrice: number };
    const { outTradeNo: orderId, goodsPrice: amount } = sign;
    if (!this.book.payments.has(orderId)) {
      this.book.payments.set(orderId, {
        orderId,
        channel: 'virtualPay',
        openid,
        amount,
        merchant: ACCOUNT.offerId,
        appId: ACCOUNT.appId,
        createdAt: this.parts.now(),
        expiresAt: Infinity,
        frozen: signData,
        state: 'NOTPAY',
        atPassword: false,
        stillPayable: false,
        transactions: [],
      });
    }
    return orderId;
  }

  refundByConsole(orderId: string, share: number): void {
    this.fates.byConsole(orderId, share);
  }

  /** The event of an honest payment of an order, which a forger can make as well as WeChat. */
  honestEvent({ _id, openid, payable }: Order): Notice['event'] {
    return paidEvent(...this.imagined(_id, openid, payable));
  }

  /** Tells of a payment for an order that nobody knows. The money is real. */
  tellOfNobody(orderId: string): void {
    const [payment, paid] = this.imagined(orderId, 'oAmy', 100);
    payment.transactions.push(paid);
    this.book.payments.set(orderId, payment);
    this.notices.send({ about: paid.id, event: paidEvent(payment, paid), mayBeLost: false });
  }

  private imagined(orderId: string, openid: string, amount: number): [Payment, Transaction] {
    const at = Math.floor(this.parts.now() / 1000) * 1000;
    const { merchant, appId } = ACCOUNT;
    const paid = { id: `42forged${orderId.slice(4)}`, amount, payer: openid, merchant, at };
    const payment: Payment = {
      orderId,
      channel: 'cloudPay',
      openid,
      amount,
      merchant,
      appId,
      createdAt: at,
      expiresAt: at,
      frozen: '',
      state: 'SUCCESS',
      atPassword: false,
      stillPayable: false,
      transactions: [],
    };
    return [payment, paid];
  }
}
