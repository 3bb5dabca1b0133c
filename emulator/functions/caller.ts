/** Where a call came from, as `getWXContext().SOURCE` says it; nested calls append `,scf`. */
export type Source =
  'wx_client' | 'wx_devtools' | 'wx_http' | 'wx_trigger' | 'wx_paycallback' | 'wx_unknown';

/** Who calls a function. Only a mini-program user has an openid. */
export interface Caller {
  source: string;
  openid?: string;
  unionid?: string;
  clientIp?: string;
}

/** The caller of a function called by another: same identity, source chained. */
export function nestedCaller(caller: Caller): Caller {
  return { ...caller, source: `${caller.source},scf` };
}

/** A call that WeChat itself makes: no identity, only a source. */
export function platformCaller(source: Source): Caller {
  return { source };
}
