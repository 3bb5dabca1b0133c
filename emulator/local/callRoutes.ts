import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../clock';
import { clientError, FunctionFailure } from '../functions/failure';
import type { FunctionInvoker } from '../functions/invoker';
import { mayInvoke, type FunctionRules } from '../functions/rules';
import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { Visitors } from '../openapi/visitors';
import { phoneOf } from './phone';

export interface CallParts {
  invoker: FunctionInvoker;
  rules: FunctionRules;
  visitors: Visitors;
  clock: Pick<MovableClock, 'ahead'>;
}

/** How far the cloud's clock is ahead, told with each answer: the clock of a phone shows the same time. */
const AHEAD = 'x-cloud-ahead';

/** `wx.cloud.callFunction` of a phone. */
export function callRoutes(parts: CallParts): Route[] {
  return [{ method: 'POST', path: '/_local/call', handle: (exchange) => answer(exchange, parts) }];
}

async function answer(exchange: Exchange, parts: CallParts): Promise<Reply> {
  const reply = await call(exchange, parts);
  return { ...reply, headers: { ...reply.headers, [AHEAD]: parts.clock.ahead() } };
}

async function call(exchange: Exchange, { invoker, rules, visitors }: CallParts) {
  const phone = phoneOf(exchange);
  const { name, data = {} } = await readJson(exchange);
  if (typeof name !== 'string') throw new HttpError(400, 'name is missing');
  if (phone.openid !== undefined) visitors.seen(phone.openid);
  try {
    if (!mayInvoke(rules, name, phone)) {
      throw new FunctionFailure(
        'denied',
        `[PERMISSION_DENIED] function ${name} may not be invoked by this client`,
      );
    }
    const answer = await invoker.invoke({ name, event: data, caller: phone });
    const result = JSON.parse(answer.result) as unknown;
    return json({ result, errMsg: 'cloud.callFunction:ok', requestID: answer.requestId });
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    return json({ ...clientError(error), requestID: randomUUID() });
  }
}
