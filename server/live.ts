import type { Handler } from './defineFunction';
import type { Mail, Ports } from './ports';
import { openDatabase } from './wechat/database';
import { readEnvironment, settingsOf, type Environment } from './wechat/environment';
import { cryptoIds } from './wechat/ids';
import { identify } from './wechat/identity';
import { logLine } from './wechat/log';
import { subscribeMessages, wechatContentCheck } from './wechat/openApis';
import { paymentProviders } from './wechat/pay';
import { openSdk } from './wechat/sdk';
import { transfersOf } from './wechat/transfers';
import { cloudStorage } from './wechat/storage';

/** Ports that only a few functions need, so that the others do not carry their weight. */
type Extras = { readonly mail?: (env: Environment) => Mail };

const NO_MAIL: Mail = {
  send: () => Promise.reject(new Error('this function was not given the mail port')),
};

/** WeChat cloud behind every port. */
const openPorts = ({ mail }: Extras): Ports => {
  const env = readEnvironment(process.env);
  const settings = settingsOf(env);
  const { cloud, database } = openSdk();
  const ids = cryptoIds(env.SHOP_SECRET);
  return {
    db: openDatabase(database),
    identify: () => identify(cloud),
    pay: paymentProviders({ cloud, env, settings, ids }),
    transfers: transfersOf({ cloud, env, settings, ids }),
    storage: cloudStorage(cloud),
    contentCheck: wechatContentCheck(cloud, logLine),
    messages: subscribeMessages(cloud, settings),
    mail: mail?.(env) ?? NO_MAIL,
    clock: { now: () => Date.now() },
    ids,
    log: logLine,
    settings,
  };
};

/**
 * Binds a function to WeChat cloud: what it gives is the function's `main`. The ports open on an instance's
 * first call and stay open while it is warm.
 */
export const live = (handler: Handler, extras: Extras = {}) => {
  let ports: Ports | undefined;
  return async (event: unknown): Promise<unknown> => {
    ports ??= openPorts(extras);
    return handler(ports)(event);
  };
};
