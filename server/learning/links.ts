import type { Context } from '../context';
import type { LessonFile } from './lesson';

/** A link to paid content ends after this long; opening the lesson again asks for the right again. */
const LINK_SECONDS = 600;

export type Link = { readonly url: string; readonly fileName: string; readonly expiresAt: number };

/** A private link to a lesson's file that ends in ten minutes; nothing for a lesson without one. */
export const linkTo = async (
  file: LessonFile | undefined,
  { storage, now }: Pick<Context, 'storage' | 'now'>,
): Promise<Link | undefined> => {
  if (!file) return undefined;
  const url = (await storage.temporaryLinks([file.fileId], LINK_SECONDS)).get(file.fileId);
  if (!url) throw new Error(`a lesson's file is gone from storage: ${file.fileId}`);
  return { url, fileName: file.name, expiresAt: now + LINK_SECONDS * 1000 };
};
