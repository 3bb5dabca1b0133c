const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const randomLetters = (count: number): string =>
  Array.from({ length: count }, () =>
    ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length)),
  ).join('');

/** A new number for one intention of a person: repeats of it are answered again, not done again. */
export const requestId = (): string => `${Date.now().toString(36)}${randomLetters(16)}`;
