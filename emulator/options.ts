import type { StorageRules } from './storage/rules';
import type { FunctionRules } from './functions/rules';
import type { MessageTemplate } from './openapi/messageTemplates';
import type { CollectionDefinition } from './database/contract';

/** How the local cloud is set up. Everything it knows of an application comes in here. */
export interface CloudOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder for the database, files, payments, outbox and clock. Created when missing. */
  dataDir: string;
  /** Folder of built functions: `<name>/index.js` and optionally `<name>/config.json` (WeChat's form). */
  functionsDir: string;
  /** Folder for the functions' code as it was compiled, so that instances start sooner. Unset: compiled each time. */
  codeCacheDir?: string;
  /** Collections that exist from the start, with their indexes. Any other collection answers -502005. */
  collections: Record<string, CollectionDefinition>;
  rules: CloudRules;
  /** Environment id; default `local-env`. */
  env?: string;
  /** Default `wx0000000000000001`. */
  appid?: string;
  /** What `cgi-bin/stable_token` and `sns/jscode2session` want as `secret`; default `local-secret`. */
  appSecret?: string;
  /** The function that receives message pushes: `xpay_*` events and `wxa_media_check`. */
  messagePush?: { function: string };
  payments?: PaymentOptions;
  /**
   * Given to every function, like the console's environment variables (4 KB at most).
   * `{{origin}}` becomes this cloud's address, `{{smtp}}` the address of its mail sink.
   */
  environmentVariables?: Record<string, string>;
  /** Folders served as they are; earlier ones win. `GET /` is the first `index.html`. */
  staticDirs?: string[];
  /** Words that make content checks answer `risky` or `review`; there is a short default list. */
  contentCheck?: { risky: string[]; review: string[] };
  /** Published pages: `wxacode.getUnlimited` and `subscribeMessage.send` refuse others with 41030. Unset: any page. */
  pages?: string[];
  /** Subscribe message templates of the account, by id; other ids are refused. Unset: any id with any fields. */
  messageTemplates?: Record<string, MessageTemplate>;
  /** Whether `/healthz` may say so, such as once the application is seeded; by default from the start. */
  isReady?: () => boolean;
  strict?: StrictOptions;
  limits?: FunctionLimits;
}

/** Security rules, as deployed to a real environment. */
export interface CloudRules {
  /** By collection, `*` for the rest; shown beside each collection. No surface lets a client at the database, so every rule holds. */
  database?: Record<string, { read: boolean | string; write: boolean | string }>;
  storage: StorageRules;
  functions: FunctionRules;
}

export interface PaymentOptions {
  /** Merchant number that cloudPay calls must name; unset: any. */
  subMchId?: string;
  /** What the channels keep of each payment, as a part of one; default 0.006 and 0.01 (money V2). */
  feeRates?: { cloudPay: number; virtualPay: number };
  /** Virtual payment: what `signData` must carry and the keys that sign it. */
  virtual?: {
    offerId: string;
    appKeys: { live: string; sandbox: string };
    /** Published products and their prices in fen; unset: any product at any price. */
    products?: Record<string, number>;
  };
  /** 分账: the percentage of a payment that the merchant's setting allows to share; unset: nothing may be shared. */
  sharePercent?: number;
  /** Transfers to wallets; unset: they are refused. */
  transfers?: TransferOptions;
}

/** 商家转账: the merchant that may transfer, and the keys of both sides (PEM). */
export interface TransferOptions {
  mchId: string;
  serialNo: string;
  merchantPublicKey: string;
  wechatKeyId: string;
  wechatPrivateKey: string;
}

/** Switches that turn a silent production failure into a visible one. */
export interface StrictOptions {
  /** A query-wide operation outside the transaction that the same call holds open; default `warn`. */
  transactionEscape?: 'warn' | 'fail';
  /** An update or removal of many documents without any condition; default `warn`. */
  unconditionalWrite?: 'warn' | 'fail';
  /** Which of the two known shapes a duplicate key has: E11000 text (`observed`, default) or DATABASE_DUPLICATE_WRITE. */
  duplicateKey?: 'observed' | 'documented';
  /** Whether a phone may present an unpaid virtual payment again under its number; default `allowUnpaid`. */
  virtualOrderReuse?: 'allowUnpaid' | 'refuse';
}

export interface FunctionLimits {
  /** Instances of one function that serve clients at the same time; more calls wait. Default 4. */
  instancesPerFunction?: number;
  /** Warm instances of all functions together that may sit idle. Default 16. */
  idleInstances?: number;
}
