import { whileTapped } from '../runtime/tapState';

/** The callbacks WeChat's asynchronous APIs take. */
export interface Callbacks {
  success?(result: object): void;
  fail?(error: object): void;
  complete?(result: object): void;
}

/** Does the work of one API. What it returns joins the result; what it throws becomes the failure. */
export type Handler = (options: never) => unknown;

export type ApiTable = Record<string, unknown>;

/** A failure with fields of its own (`errCode`…) besides the message. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: object = {},
  ) {
    super(message);
  }
}

/** Gives handlers WeChat's calling convention: `success/fail/complete`, or a promise when none is passed. */
export function asyncApis(handlers: Record<string, Handler>, prefix = ''): ApiTable {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, asyncApi(prefix + name, handler)]),
  );
}

/** The APIs whose success still counts as the person's tap (framework/view/tap). */
const CARRY_TAP = new Set(['requestPayment', 'showModal', 'showActionSheet']);

function asyncApi(name: string, handler: Handler): (options?: Callbacks) => unknown {
  return (options = {}) => {
    const run = start(name, handler, options);
    if (!options.success && !options.fail && !options.complete) return run;
    run.then(
      (result) => {
        const tell = () => {
          options.success?.(result);
          options.complete?.(result);
        };
        if (CARRY_TAP.has(name)) whileTapped(tell);
        else tell();
      },
      (error: object) => {
        options.fail?.(error);
        options.complete?.(error);
      },
    );
    return undefined;
  };
}

async function start(name: string, handler: Handler, options: Callbacks): Promise<object> {
  try {
    const result = await handler(options as never);
    return { errMsg: `${name}:ok`, ...(result as object | undefined) };
  } catch (error) {
    throw failure(name, error);
  }
}

function failure(name: string, error: unknown): object {
  const message = error instanceof Error ? error.message : String(error);
  const errMsg = message.startsWith(`${name}:fail`) ? message : `${name}:fail ${message}`;
  const fields = error instanceof ApiFailure ? error.fields : {};
  return Object.assign(new Error(errMsg), { errMsg, ...fields });
}
