import { mp3Seconds } from './mp3';
import { mp4Seconds } from './mp4';
import type { ReadAt } from './reader';

const MEASURES: Readonly<
  Record<string, (read: ReadAt, bytes: number) => Promise<number | undefined>>
> = {
  mp4: mp4Seconds,
  mov: mp4Seconds,
  m4a: mp4Seconds,
  mp3: mp3Seconds,
};

/**
 * How many seconds a file plays, measured in the file itself, rounded down; undefined for formats that do not
 * say so at their beginning. Progress is counted against this and not against what a phone claims.
 */
export const playingSeconds = async (
  extension: string,
  bytes: number,
  read: ReadAt,
): Promise<number | undefined> => {
  const seconds = await MEASURES[extension]?.(read, bytes);
  return seconds === undefined ? undefined : Math.floor(seconds);
};
