import * as z from 'zod';
import type { Settings } from '../ports';

/** What the owner sets in the cloud console or the deploy command; see docs/deploying.md. */
const environment = z.object({
  /** Openids that are admins from their registration on, separated by commas. */
  FIRST_ADMIN_OPENIDS: z.string().default(''),
  /** `1` in a shop with a single admin, who may then decide on what they proposed; each time is on record. */
  SOLE_ADMIN: z.enum(['', '0', '1']).default(''),
  /** Keys the hashes of codes and tokens; any long random text. */
  SHOP_SECRET: z.string().min(16),
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default(''),
  /** The merchant number that is bound to the environment; without it cloudPay is off. */
  CLOUD_PAY_SUB_MCH_ID: z.string().default(''),
  CLOUD_PAY_ENV_ID: z.string().default(''),
  /** `1` where WeChat holds the money back until deliveries are reported; the console says so. */
  CLOUD_PAY_REPORT_SHIPPING: z.enum(['', '0', '1']).default(''),
  /**
   * Turns 分账 on: the percentage that the merchant's setting allows to share of a payment. At most 90, so that WeChat's
   * fee, which is kept first, always fits into the rest.
   */
  CLOUD_PAY_SHARE_PERCENT: z
    .string()
    .regex(/^([1-9]|[1-8][0-9]|90)?$/)
    .default(''),
  WECHAT_APP_ID: z.string().default(''),
  WECHAT_APP_SECRET: z.string().default(''),
  /** Without an offer id virtual payment is off. */
  VIRTUAL_PAY_OFFER_ID: z.string().default(''),
  VIRTUAL_PAY_APP_KEY: z.string().default(''),
  VIRTUAL_PAY_ENV: z.enum(['0', '1']).default('0'),
  /** 商家转账: the merchant that pays teachers, its API certificate's serial number and private key (PEM). */
  TRANSFER_MCH_ID: z.string().default(''),
  TRANSFER_SERIAL_NO: z.string().default(''),
  TRANSFER_PRIVATE_KEY: z.string().default(''),
  /** WeChat Pay's public key (PEM) and its id, to encrypt names with and to check answers by. */
  TRANSFER_WECHAT_KEY_ID: z.string().default(''),
  TRANSFER_WECHAT_KEY: z.string().default(''),
  /** The scene that WeChat Pay granted; 1005 is 佣金报酬. */
  TRANSFER_SCENE_ID: z.string().default('1005'),
  /** Where WeChat Pay's V3 interfaces are. */
  WECHAT_PAY_BASE: z.url().default('https://api.mch.weixin.qq.com'),
  TEMPLATE_ANSWERED: z.string().default(''),
  TEMPLATE_REFUNDED: z.string().default(''),
  TEMPLATE_PAID: z.string().default(''),
  /** Where WeChat's HTTP interfaces are. */
  WECHAT_API_BASE: z.url().default('https://api.weixin.qq.com'),
});

export type Environment = z.output<typeof environment>;

/** Reads the environment; throws with the name of what is missing or wrong. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): Environment =>
  environment.parse(variables);

export const settingsOf = (env: Environment): Settings => ({
  firstAdminOpenids: env.FIRST_ADMIN_OPENIDS.split(',')
    .map((openid) => openid.trim())
    .filter(Boolean),
  soleAdmin: env.SOLE_ADMIN === '1',
  messageTemplates: {
    answered: env.TEMPLATE_ANSWERED,
    refunded: env.TEMPLATE_REFUNDED,
    paid: env.TEMPLATE_PAID,
  },
  payments: {
    ...(env.CLOUD_PAY_SUB_MCH_ID && {
      cloudPay: {
        subMchId: env.CLOUD_PAY_SUB_MCH_ID,
        envId: env.CLOUD_PAY_ENV_ID,
        reportShipping: env.CLOUD_PAY_REPORT_SHIPPING === '1',
        ...(env.CLOUD_PAY_SHARE_PERCENT && { sharePercent: Number(env.CLOUD_PAY_SHARE_PERCENT) }),
      },
    }),
    ...(env.VIRTUAL_PAY_OFFER_ID && {
      virtualPay: {
        appId: env.WECHAT_APP_ID,
        appSecret: env.WECHAT_APP_SECRET,
        offerId: env.VIRTUAL_PAY_OFFER_ID,
        appKey: env.VIRTUAL_PAY_APP_KEY,
        env: env.VIRTUAL_PAY_ENV === '0' ? 0 : 1,
      },
    }),
  },
});
