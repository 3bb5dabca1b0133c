import type { CloudServices } from './assemble';
import type { EnvironmentSettings } from './functions/environment';
import { consoleRoutes } from './console/routes';
import { actionTable } from './gateway/actions';
import type { Action } from './gateway/actionRequest';
import { adminRoute } from './gateway/adminRoute';
import { databaseAction } from './gateway/databaseAction';
import { invokeFunctionAction } from './gateway/functionAction';
import { openApiAction } from './gateway/openApiAction';
import { payAction } from './gateway/payAction';
import type { Route } from './http/exchange';
import { staticRoutes } from './http/staticRoutes';
import { callRoutes } from './local/callRoutes';
import { clockRoutes } from './local/clockRoutes';
import { inspectRoutes } from './local/inspectRoutes';
import { payRoutes } from './local/payRoutes';
import { phonePayRoutes } from './local/phonePayRoutes';
import { phoneStorageRoutes } from './local/storageRoutes';
import { subscribeRoutes } from './local/subscribeRoutes';
import { openApis } from './openapi';
import { DEFAULT_WORDS } from './openapi/contentCheck';
import type { CloudOptions } from './options';
import { cloudPayApis } from './pay/cloudPay';
import { feeRatesOf } from './pay/feeRates';
import { BillLinks } from './pay/virtual/bill';
import { transferRoutes } from './pay/transfers/transferRoutes';
import { batchDeleteFile, batchGetDownloadUrl, getUploadMetadata } from './storage/actions';
import { storageRoutes } from './storage/routes';
import { wechatApiRoutes } from './wechatApi/routes';

/** Everything this cloud answers, most specific first. */
export function cloudRoutes(
  options: CloudOptions,
  services: CloudServices,
  settings: EnvironmentSettings,
): Route[] {
  const { tokens, clock, invoker, visitors, storage } = services;
  const actions = cloudActions(options, services, settings.appid);
  return [
    adminRoute({ actions, tokens, clock }),
    ...callRoutes({ invoker, rules: options.rules.functions, visitors, clock }),
    ...payRoutes(services),
    ...clockRoutes(services),
    ...phoneStorageRoutes(storage),
    ...subscribeRoutes(services),
    ...virtualPaymentRoutes(options, services, settings),
    ...transferRoutes({
      ...services,
      appid: settings.appid,
      merchant: options.payments?.transfers,
    }),
    ...inspectRoutes({
      ...services,
      databaseRules: options.rules.database,
      isReady: options.isReady ?? (() => true),
    }),
    ...consoleRoutes(),
    ...storageRoutes(storage),
    ...staticRoutes(options.staticDirs ?? []),
  ];
}

/** Virtual payment has two doors: the phone's cashier and the server interfaces. */
function virtualPaymentRoutes(
  options: CloudOptions,
  services: CloudServices,
  settings: EnvironmentSettings,
): Route[] {
  const { env } = settings;
  const { sessions, book } = services;
  const virtual = options.payments?.virtual;
  const pushTo = options.messagePush && { functionName: options.messagePush.function, env };
  const sessionKeyOf = (openid: string) => sessions.keyOf(openid);
  const reuse = options.strict?.virtualOrderReuse ?? 'allowUnpaid';
  return [
    ...phonePayRoutes(sessions, { book, virtual, sessionKeyOf, pushTo, reuse }),
    ...wechatApiRoutes({
      ...services,
      appKeys: virtual?.appKeys,
      pushTo,
      feeRate: feeRatesOf(options).virtualPay,
      bills: new BillLinks(() => settings.origin),
    }),
  ];
}

function cloudActions(
  options: CloudOptions,
  services: CloudServices,
  appid: string,
): Record<string, Action> {
  const { database, faults, storage, invoker } = services;
  const strictness = {
    transactionEscape: options.strict?.transactionEscape ?? 'warn',
    unconditionalWrite: options.strict?.unconditionalWrite ?? 'warn',
  } as const;
  const words = options.contentCheck ?? DEFAULT_WORDS;
  const pay = cloudPayApis({
    ...services,
    appid,
    subMchId: options.payments?.subMchId,
    sharePercent: options.payments?.sharePercent,
    feeRate: feeRatesOf(options).cloudPay,
  });
  return actionTable({
    database: databaseAction({ database, faults, strictness }),
    invokeFunction: invokeFunctionAction(invoker),
    getUploadMetadata: getUploadMetadata(storage),
    batchGetDownloadUrl: batchGetDownloadUrl(storage),
    batchDeleteFile: batchDeleteFile(storage),
    openApi: openApiAction(openApis({ ...services, words, pages: options.pages })),
    pay: payAction(pay, faults),
  });
}
