import { isConflict, isUnknownOutcome } from './errors';

const ATTEMPTS = 3;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends one read or one repeatable write again when nobody can tell what became of it,
 * or when another transaction held the document too long. A definite refusal is thrown as it came.
 */
export const again = async <T>(
  /** The SDK's types also allow for its callback style, which is never used here. */
  send: () => Promise<T> | string | void,
  attempt = 1,
): Promise<T> => {
  try {
    return (await send()) as T;
  } catch (error) {
    if (attempt >= ATTEMPTS || !(isUnknownOutcome(error) || isConflict(error))) throw error;
    await pause(50 * attempt);
    return again(send, attempt + 1);
  }
};
