import type { LessonKind } from '../catalogue/contract';

const MB = 1024 * 1024;

/** What files of a purpose may be, and where they go: `content/` is private, `images/` is seen by everyone. */
export const UPLOADS = {
  video: { folder: 'content', extensions: ['mp4', 'mov', 'webm'], maxBytes: 1024 * MB },
  audio: { folder: 'content', extensions: ['mp3', 'm4a', 'aac', 'wav', 'ogg'], maxBytes: 200 * MB },
  document: { folder: 'content', extensions: ['pdf'], maxBytes: 50 * MB },
  cover: { folder: 'images', extensions: ['jpg', 'jpeg', 'png', 'webp'], maxBytes: 5 * MB },
  avatar: { folder: 'images', extensions: ['jpg', 'jpeg', 'png', 'webp'], maxBytes: 2 * MB },
} as const satisfies Record<string, UploadRule>;

type UploadRule = {
  readonly folder: 'content' | 'images';
  readonly extensions: readonly string[];
  readonly maxBytes: number;
};

export type UploadPurpose = keyof typeof UPLOADS;

/** The end of a file's name in lower case, without the dot. */
export const extensionOf = (fileName: string): string =>
  /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

/** Whether a file of this name and size may be uploaded for a purpose. */
export const isAcceptable = (purpose: UploadPurpose, fileName: string, bytes: number): boolean => {
  const rule: UploadRule = UPLOADS[purpose];
  return rule.extensions.includes(extensionOf(fileName)) && bytes > 0 && bytes <= rule.maxBytes;
};

export type TextKind = 'article' | 'ebook';

/** Which kinds of lesson are a text; the others are a file of the purpose of the same name. */
export const isText = (kind: LessonKind): kind is TextKind =>
  kind === 'article' || kind === 'ebook';
