import { fail, ok, type Result } from '../../shared/result';
import type { Storage } from '../ports';

const LARGEST_BYTES = 2 * 1024 * 1024;

/** How files of the accepted kinds begin: JPEG, PNG, WebP. */
const BEGINNINGS: readonly (readonly { at: number; bytes: readonly number[] }[])[] = [
  [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  [
    { at: 0, bytes: [0x52, 0x49, 0x46, 0x46] },
    { at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  ],
];

const isImage = (head: Uint8Array): boolean =>
  BEGINNINGS.some((marks) =>
    marks.every(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte)),
  );

/** Where a person's own pictures are uploaded to. */
const folderOf = (openid: string) => `images/${openid}/`;

const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Whether an uploaded file can be a person's avatar: their own, a picture by its first bytes, not too large. */
export const judgeAvatar = async (
  storage: Storage,
  openid: string,
  fileId: string,
): Promise<Result<undefined, 'FILE_NOT_ACCEPTED' | 'FILE_NOT_UPLOADED'>> => {
  if (!pathOf(fileId).startsWith(folderOf(openid))) return fail('FILE_NOT_ACCEPTED');
  const file = await storage.inspect(fileId);
  if (!file) return fail('FILE_NOT_UPLOADED');
  return isImage(file.head) && file.bytes <= LARGEST_BYTES
    ? ok(undefined)
    : fail('FILE_NOT_ACCEPTED');
};
