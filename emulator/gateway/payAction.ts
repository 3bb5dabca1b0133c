import { CloudError } from '../cloudError';
import type { FaultKnobs } from '../faults/faults';
import type { Action } from './actionRequest';
import { textOf } from './actionRequest';

/** One cloudPay interface: snake_case in, snake_case out (or the text of a bill). */
export type PayApi = (
  params: Record<string, unknown>,
  payer: { openid?: string },
) => Record<string, unknown> | string | Buffer;

/** `wx.wxPayApi`: dispatches cloudPay calls (cloud-protocol 2.11). */
export function payAction(apis: Record<string, PayApi>, faults: FaultKnobs): Action {
  return ({ params, invocation }) => {
    const name = textOf(params, 'apiName');
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
    if (!api) throw new CloudError('INVALID_PARAM', `emulator: cloudPay.${name} is not emulated`);
    if (faults.current.loseCalls.includes(name)) {
      throw new CloudError('SYS_ERR', `emulator: ${name} was lost on its way`);
    }
    const openid = invocation?.caller.openid;
    const answer = api(requestData(params), { ...(openid && { openid }) });
    if (faults.current.errorAfterAccepting.includes(name)) {
      throw new CloudError('SYS_ERR', `emulator: injected error after ${name} was accepted`);
    }
    return { bytes: asBytes(answer) };
  };
}

function requestData(params: Record<string, unknown>): Record<string, unknown> {
  const body = params['requestData'];
  if (!Buffer.isBuffer(body)) throw new CloudError('INVALID_PARAM', 'requestData is missing');
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
}

function asBytes(answer: ReturnType<PayApi>): string | Buffer {
  return typeof answer === 'string' || Buffer.isBuffer(answer) ? answer : JSON.stringify(answer);
}
