/** What a use case answers: a value, or the code of a failure that its contract lists. */
export type Result<Value, Code extends string> = Ok<Value> | Failure<Code>;
export type Ok<Value> = { readonly ok: true; readonly data: Value };
export type Failure<Code extends string> = { readonly ok: false; readonly code: Code };

/** Success, carrying what was asked for. */
export const ok = <Value>(data: Value): Ok<Value> => ({ ok: true, data });

/** An expected failure. Throwing is for bugs; this is for everything a user can meet. */
export const fail = <Code extends string>(code: Code): Failure<Code> => ({ ok: false, code });
