import type * as z from 'zod';
import type { ErrorOf, Output } from '../../shared/contract';
import type { Contracts, FunctionName } from '../../shared/contracts';
import { messages } from '../../shared/messages';

/** What the phone sends to a function. */
export type Question<Name extends FunctionName> = z.input<Contracts[Name]['input']>;
/** What a function gives when it succeeds. */
export type Answer<Name extends FunctionName> = Output<Contracts[Name]>;

/** A failure as a page shows it: the message is for the learner, the trace id for support. */
export type Refusal<Name extends FunctionName = FunctionName> = {
  readonly ok: false;
  readonly code: ErrorOf<Contracts[Name]> | 'NETWORK';
  readonly message: string;
  readonly traceId?: string;
};

export type PhoneReply<Name extends FunctionName> =
  { readonly ok: true; readonly data: Answer<Name> } | Refusal<Name>;

const unreachable: Refusal<never> = {
  ok: false,
  code: 'NETWORK',
  message: '网络不太顺畅，请检查后重试',
};

const unreadable: Refusal = { ok: false, code: 'INTERNAL', message: messages.INTERNAL };

/**
 * Calls a cloud function. Never throws: a refusal and a lost network are answers too.
 * After `NETWORK` the function may or may not have run, so a repeat must carry the same request id.
 */
export const call = async <Name extends FunctionName>(
  name: Name,
  data: Question<Name>,
): Promise<PhoneReply<Name>> => {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: data as object });
    return isReply<Name>(result) ? result : (unreadable as Refusal<Name>);
  } catch {
    return unreachable as Refusal<Name>;
  }
};

/** The server validates what it sends against the contract; here only the envelope is looked at. */
const isReply = <Name extends FunctionName>(result: unknown): result is PhoneReply<Name> =>
  typeof result === 'object' && result !== null && 'ok' in result;
