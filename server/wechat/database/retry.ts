import { isConflict, isUnknownOutcome } from './errors';

const ATTEMPTS = 3;

/** How the database waits before it tries again: real time and real chance, unless somebody simulates them. */
export type Waiting = {
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly chance: () => number;
};

export const realWaiting: Waiting = {
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  chance: Math.random,
};

/**
 * Sends one read or one repeatable write again when nobody can tell what became of it,
 * or when another transaction held the document too long. A definite refusal is thrown as it came.
 */
export type Again = <T>(
  /** The SDK's types also allow for its callback style, which is never used here. */
  send: () => Promise<T> | string | void,
) => Promise<T>;

/** Trying again, with pauses of this kind in between. */
export const againAfter = ({ pause }: Waiting): Again => {
  const again = async <T>(send: () => Promise<T> | string | void, attempt: number): Promise<T> => {
    try {
      return (await send()) as T;
    } catch (error) {
      if (attempt >= ATTEMPTS || !(isUnknownOutcome(error) || isConflict(error))) throw error;
      await pause(50 * attempt);
      return again(send, attempt + 1);
    }
  };
  return (send) => again(send, 1);
};
