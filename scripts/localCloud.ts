import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudOptions } from '../emulator/options';
import { keptKeys, type LocalKeys } from './localKeys';

const json = <T>(root: string, path: string) =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

/** The people of the demo shop, for the switch beside the phone. */
export const PERSONS = [
  { openid: 'oLocalLearner', name: '学员' },
  { openid: 'oLocalTeacher', name: '讲师' },
  { openid: 'oLocalAdmin', name: '管理员' },
  { openid: 'oLocalSecondAdmin', name: '复核' },
];

/** Keys that sign only what never leaves this machine. */
const LOCAL = {
  appId: 'wx0000000000000001',
  appSecret: 'local-app-secret',
  subMchId: '1900000109',
  offerId: '1450000000',
  appKey: 'local-virtual-pay-app-key',
  envId: 'local-env',
  /** What WeChat Pay allows to share of a payment unless a merchant is granted more. */
  sharePercent: 30,
} as const;

const MERCHANT = {
  serialNo: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  wechatKeyId: 'PUB_KEY_ID_LOCAL',
} as const;

const transfersBy = ({ merchant, wechat }: LocalKeys) => ({
  mchId: LOCAL.subMchId,
  serialNo: MERCHANT.serialNo,
  merchantPublicKey: merchant.publicKey,
  wechatKeyId: MERCHANT.wechatKeyId,
  wechatPrivateKey: wechat.privateKey,
});

/** What the owner would make in WeChat's console: docs/deploying.md. */
const messageTemplates = {
  'local-template-answered': { title: '提问回复通知', fields: ['thing1', 'thing2'] },
  'local-template-refunded': { title: '退款到账通知', fields: ['thing1', 'amount2'] },
  'local-template-paid': { title: '购买成功通知', fields: ['thing1', 'amount2'] },
};

/** What the owner would type into the cloud console. */
const environmentVariables = ({ merchant, wechat }: LocalKeys) => ({
  FIRST_ADMIN_OPENIDS: 'oLocalAdmin',
  SHOP_SECRET: 'only-for-this-machine-0123456789',
  SMTP_URL: '{{smtp}}',
  MAIL_FROM: '知识小店 <shop@example.com>',
  CLOUD_PAY_SUB_MCH_ID: LOCAL.subMchId,
  CLOUD_PAY_ENV_ID: LOCAL.envId,
  CLOUD_PAY_SHARE_PERCENT: String(LOCAL.sharePercent),
  WECHAT_APP_ID: LOCAL.appId,
  WECHAT_APP_SECRET: LOCAL.appSecret,
  VIRTUAL_PAY_OFFER_ID: LOCAL.offerId,
  VIRTUAL_PAY_APP_KEY: LOCAL.appKey,
  VIRTUAL_PAY_ENV: '0',
  TEMPLATE_ANSWERED: 'local-template-answered',
  TEMPLATE_REFUNDED: 'local-template-refunded',
  TEMPLATE_PAID: 'local-template-paid',
  WECHAT_API_BASE: '{{origin}}/wechat-api',
  WECHAT_PAY_BASE: '{{origin}}/wechat-pay',
  TRANSFER_MCH_ID: LOCAL.subMchId,
  TRANSFER_SERIAL_NO: MERCHANT.serialNo,
  TRANSFER_PRIVATE_KEY: merchant.privateKey,
  TRANSFER_WECHAT_KEY_ID: MERCHANT.wechatKeyId,
  TRANSFER_WECHAT_KEY: wechat.publicKey,
});

/** This shop, as the local WeChat cloud wants to be told of it. */
export const localShop = (root: string, place: { port: number; dataDir: string }): CloudOptions => {
  const keys = keptKeys(join(root, '.cache/localKeys.json'));
  return {
    ...place,
    env: LOCAL.envId,
    appid: LOCAL.appId,
    appSecret: LOCAL.appSecret,
    functionsDir: join(root, 'dist/cloudfunctions'),
    codeCacheDir: join(root, 'dist/codeCache'),
    collections: json(root, 'cloud/collections.json'),
    rules: {
      database: json(root, 'cloud/rules/database.json'),
      storage: json(root, 'cloud/rules/storage.json'),
      functions: json(root, 'cloud/rules/functions.json'),
    },
    messagePush: { function: 'payCallback' },
    payments: {
      subMchId: LOCAL.subMchId,
      sharePercent: LOCAL.sharePercent,
      transfers: transfersBy(keys),
      virtual: { offerId: LOCAL.offerId, appKeys: { live: LOCAL.appKey, sandbox: LOCAL.appKey } },
    },
    messageTemplates,
    environmentVariables: environmentVariables(keys),
    staticDirs: [join(root, 'dist/browser')],
  };
};
