import type { PaymentProviders } from '../../payments';
import type { Log, Settings } from '../../ports';
import type { Environment } from '../environment';
import type { Sdk } from '../sdk';

/** The payment providers this deployment is configured for. */
export const paymentProviders = (_parts: {
  cloud: Sdk;
  env: Environment;
  settings: Settings;
  log: Log;
}): PaymentProviders => {
  throw new Error('no payment provider yet');
};
