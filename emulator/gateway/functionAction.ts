import { CloudError } from '../cloudError';
import { nestedCaller, type Caller } from '../functions/caller';
import { FunctionFailure, tcbCode } from '../functions/failure';
import type { FunctionInvoker } from '../functions/invoker';
import { textOf, type Action } from './actionRequest';

/** A server SDK outside any function has no user. */
const OUTSIDE: Caller = { source: 'wx_unknown' };

/** `functions.invokeFunction`: a function calls another with its own caller's identity (cloud-protocol 2.8). */
export function invokeFunctionAction(invoker: FunctionInvoker): Action {
  return async ({ params, invocation }) => {
    const event = JSON.parse(textOf(params, 'request_data') || '{}') as Record<string, unknown>;
    const caller = nestedCaller(invocation?.caller ?? OUTSIDE);
    try {
      const answer = await invoker.invoke({ name: textOf(params, 'function_name'), event, caller });
      return { fields: { data: { response_data: answer.result } } };
    } catch (error) {
      if (error instanceof FunctionFailure) throw new CloudError(tcbCode(error), error.message);
      throw error;
    }
  };
}
