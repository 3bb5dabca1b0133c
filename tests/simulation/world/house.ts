import type { Document } from '../../../server/database';
import type { PaymentProviders } from '../../../server/payments';
import type { Ports, Settings } from '../../../server/ports';
import type { Environment } from '../../../server/wechat/environment';
import { paymentProviders } from '../../../server/wechat/pay';
import type { Sdk } from '../../../server/wechat/sdk';
import { profitSharing } from '../../../server/wechat/transfers/profitSharing';
import { PAYOUT_METHODS, type PayoutMethod } from '../../../shared/payouts/payee';
import { simulatedIds, SimulatedCloud, simulatedPorts } from '../cloud';
import { ACCOUNT, type Provider } from '../provider';
import { SHARE_PERCENT } from '../provider/sharing';
import { type Process, type Schedule, siteOf } from '../schedule';
import type { Judge } from './judge';
import { network } from './network';
import type { Caller } from './stage';

const PAYMENTS: Settings['payments'] = {
  cloudPay: {
    subMchId: ACCOUNT.merchant,
    envId: 'shop-env',
    reportShipping: false,
    sharePercent: SHARE_PERCENT,
  },
  virtualPay: {
    appId: ACCOUNT.appId,
    appSecret: 'secret',
    offerId: ACCOUNT.offerId,
    appKey: 'key',
    env: 0,
  },
};

const SETTINGS: Settings = {
  firstAdminOpenids: [],
  soleAdmin: false,
  messageTemplates: { answered: 'answered', refunded: 'refunded', paid: 'paid' },
  payments: PAYMENTS,
};

/** The network as one process reaches it. */
const ioOf =
  (process: Process) =>
  <T>(site: string, effect: () => T): Promise<T> =>
    process.io(siteOf(site, 'call'), effect);

/** The shop's side of a schedule: its cloud, and the ports of each call of a function. */
export class House {
  readonly cloud: SimulatedCloud;

  constructor(
    schedule: Schedule,
    private readonly provider: Provider,
    judge: Judge,
  ) {
    this.cloud = new SimulatedCloud(schedule);
    this.cloud.watch((changes) => {
      for (const { collection, id, after } of changes) {
        judge.note(collection, id, after as unknown as Document | undefined);
      }
      if (!judge.lookAtChanged(schedule.now())) schedule.halt(new Error('a promise was broken'));
    });
  }

  /** Puts the documents there that the shop begins with. */
  fill(documents: Readonly<Record<string, readonly Document[]>>): void {
    this.cloud.fill(documents);
  }

  /** Everything a function needs from outside itself, for one call in one process. */
  portsFor(process: Process, { openid, source }: Caller): Ports {
    return simulatedPorts({
      cloud: this.cloud,
      process,
      identity: { openid, source, clientIp: '127.0.0.1' },
      settings: SETTINGS,
      pay: this.payOver(process, openid ?? ''),
      transfers: this.transfersOver(process, openid ?? ''),
    });
  }

  /** The providers open when a call first needs them: most calls never do. */
  private payOver(process: Process, payer: string): PaymentProviders {
    let providers: PaymentProviders | undefined;
    const opened = () => (providers ??= this.openPay(process, payer));
    return {
      route: (payment) => opened().route(payment),
      named: (name) => opened().named(name),
      read: (event) => opened().read(event),
    };
  }

  /** A bank transfer is made by hand; 分账 goes through the shop's own adapter. */
  private transfersOver(process: Process, payer: string): Ports['transfers'] {
    const byHand = () => Promise.resolve({ kind: 'byHand' as const });
    const cloud = this.sdkOver(process, payer);
    const nonce = () => 'nonce';
    const account = { subMchId: ACCOUNT.merchant, appId: ACCOUNT.appId, nonce };
    const ways: Record<PayoutMethod, Pick<Ports['transfers'], 'submit' | 'query'>> = {
      manualBank: { submit: byHand, query: byHand },
      merchantTransfer: this.provider.transfersOver(ioOf(process)),
      profitSharing: profitSharing(cloud, account),
    };
    return {
      methods: PAYOUT_METHODS,
      submit: (transfer) => ways[transfer.method].submit(transfer),
      query: (transfer) => ways[transfer.method].query(transfer),
    };
  }

  private sdkOver(process: Process, payer: string): Sdk {
    return {
      cloudPay: this.provider.cloudPayOver(ioOf(process), payer),
      getWXContext: () => ({ APPID: ACCOUNT.appId }),
    } as unknown as Sdk;
  }

  private openPay(process: Process, payer: string): PaymentProviders {
    const cloud = this.sdkOver(process, payer);
    const env = {
      WECHAT_API_BASE: network.open(this.provider.worldOver(ioOf(process))),
    } as Environment;
    return paymentProviders({ cloud, env, settings: SETTINGS, ids: simulatedIds(this.cloud) });
  }
}
