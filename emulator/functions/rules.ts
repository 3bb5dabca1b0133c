import type { Caller } from './caller';

/** `true`, `false` or one of the two conditions CloudBase knows for functions. */
export type InvokeRule = boolean | 'auth != null' | "auth != null && auth.loginType != 'ANONYMOUS'";

/**
 * Which functions clients may call: `{"*": {"invoke": false}, "createOrder": {"invoke": "auth != null"}}`.
 * A function's own entry wins over `*`; without either everyone may. Triggers, callbacks and other
 * functions are not asked (docs.cloudbase.net/cloud-function/security-rules).
 */
export type FunctionRules = Record<string, { invoke: InvokeRule }>;

/** Whether this client may call the function. */
export function mayInvoke(rules: FunctionRules, name: string, client: Caller): boolean {
  const rule = (rules[name] ?? rules['*'])?.invoke ?? true;
  return typeof rule === 'boolean' ? rule : client.openid !== undefined;
}
