import type { PayoutMethod } from '../../../shared/payouts/payee';
import { unknown } from '../../payments';
import type { Ids, Settings } from '../../ports';
import type { Transfers } from '../../transfers';
import type { Environment } from '../environment';
import type { Sdk } from '../sdk';
import { merchantTransfer } from './merchantTransfer';
import { profitSharing } from './profitSharing';

type Way = Pick<Transfers, 'submit' | 'query'>;

type Parts = {
  readonly cloud: Sdk;
  readonly env: Environment;
  readonly settings: Settings;
  readonly ids: Ids;
};

/** A person transfers from the shop's bank account; only a person can say what became of it. */
const BY_HAND: Way = {
  submit: () => Promise.resolve({ kind: 'byHand' }),
  query: () => Promise.resolve({ kind: 'byHand' }),
};

/** The ways of paying teachers that this deployment is set up for. */
export const transfersOf = (parts: Parts): Transfers => {
  const ways = waysOf(parts);
  const missing = () => Promise.resolve(unknown('this way of paying is not set up any more'));
  return {
    methods: Object.keys(ways) as PayoutMethod[],
    submit: (transfer) => ways[transfer.method]?.submit(transfer) ?? missing(),
    query: (transfer) => ways[transfer.method]?.query(transfer) ?? missing(),
  };
};

const waysOf = ({ cloud, env, settings, ids }: Parts): Partial<Record<PayoutMethod, Way>> => {
  const { cloudPay } = settings.payments;
  const nonce = () => ids.fresh('nonce');
  return {
    manualBank: BY_HAND,
    ...(env.TRANSFER_MCH_ID && { merchantTransfer: merchantTransfer(accountOf(env)) }),
    ...(cloudPay?.sharePercent !== undefined && {
      profitSharing: profitSharing(cloud, {
        subMchId: cloudPay.subMchId,
        appId: env.WECHAT_APP_ID,
        nonce,
      }),
    }),
  };
};

const accountOf = (env: Environment) => ({
  base: env.WECHAT_PAY_BASE,
  mchId: env.TRANSFER_MCH_ID,
  serialNo: env.TRANSFER_SERIAL_NO,
  privateKey: pem(env.TRANSFER_PRIVATE_KEY),
  wechatKeyId: env.TRANSFER_WECHAT_KEY_ID,
  wechatKey: pem(env.TRANSFER_WECHAT_KEY),
  appId: env.WECHAT_APP_ID,
  sceneId: env.TRANSFER_SCENE_ID,
});

/** The console keeps a variable on one line, so the line breaks of a key are written as `\n`. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');
