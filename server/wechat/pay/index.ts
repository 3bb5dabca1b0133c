import { routeFor } from '../../../shared/orders/routes';
import type { PaymentProvider, PaymentProviders, ProviderName } from '../../payments';
import type { Ids, Settings } from '../../ports';
import type { Environment } from '../environment';
import type { Sdk } from '../sdk';
import { cloudPay } from './cloudPay';
import { readEvent } from './readEvent';
import { virtualPay } from './virtualPay';

/** The payment providers this deployment is configured for. */
export const paymentProviders = ({ cloud, env, settings, ids }: Parts): PaymentProviders => {
  const { cloudPay: account, virtualPay: keys } = settings.payments;
  const providers: Partial<Record<ProviderName, PaymentProvider>> = {
    ...(account && { cloudPay: cloudPay(cloud, account, () => ids.fresh('nonce')) }),
    ...(keys && {
      virtualPay: virtualPay({ ...keys, base: env.WECHAT_API_BASE }, keys.offerId),
    }),
  };
  return {
    route(payment) {
      const route = routeFor(payment);
      return route && providers[route.provider];
    },
    named: (name) => providers[name],
    read: readEvent,
  };
};

type Parts = {
  readonly cloud: Sdk;
  readonly env: Environment;
  readonly settings: Settings;
  readonly ids: Ids;
};
