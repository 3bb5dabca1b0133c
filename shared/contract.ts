import type * as z from 'zod';
import type { ErrorCode } from './messages';

/** Failures that any function may answer with; a contract lists only what is its own. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'NOT_LOGGED_IN',
  'NOT_ALLOWED',
  'RATE_LIMITED',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];
export type CommonError = (typeof COMMON_ERRORS)[number];

/** What a cloud function promises: its name, what it takes, what it gives, and how it may refuse. */
export type Contract<
  Name extends string = string,
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Code extends ErrorCode = ErrorCode,
> = {
  readonly name: Name;
  /** One sentence for the reference page. */
  readonly summary: string;
  readonly input: In;
  readonly output: Out;
  readonly errors: readonly Code[];
};

/** Declares a contract; inputs are strict objects, so an unknown field is refused. */
export const defineContract = <
  const Name extends string,
  In extends z.ZodType,
  Out extends z.ZodType,
  const Code extends ErrorCode = never,
>(
  contract: Contract<Name, In, Out, Code>,
): Contract<Name, In, Out, Code> => contract;

export type Input<C extends Contract> = z.output<C['input']>;
export type Output<C extends Contract> = z.output<C['output']>;
export type ErrorOf<C extends Contract> = C['errors'][number] | CommonError;

/** What the phone gets: `{ok:true, data}`, or a code with its Chinese sentence and a trace id to quote to support. */
export type Reply<C extends Contract = Contract> =
  | { readonly ok: true; readonly data: Output<C> }
  | {
      readonly ok: false;
      readonly code: ErrorOf<C>;
      readonly message: string;
      readonly traceId: string;
    };
