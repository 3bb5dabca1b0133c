import type { Identity } from '../ports';
import type { Sdk } from './sdk';

/** Who is calling, by the platform's word alone. */
export const identify = (cloud: Sdk): Identity => {
  const { OPENID, SOURCE, CLIENTIP } = cloud.getWXContext() as {
    OPENID?: string;
    SOURCE?: string;
    CLIENTIP?: string;
  };
  return { openid: OPENID || undefined, source: SOURCE ?? '', clientIp: CLIENTIP ?? '' };
};
