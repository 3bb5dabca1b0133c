import { extensionOf, UPLOADS, type UploadPurpose } from '../../../../../shared/teaching/uploads';
import { day } from '../../../../lib/format';

/** A file on the phone that is about to go up. */
export type ChosenFile = {
  readonly filePath: string;
  readonly fileName: string;
  readonly bytes: number;
};

/** Where on the phone a file may come from. */
export type Source = 'album' | 'chat';

type Album = {
  readonly kind: 'image' | 'video';
  readonly word: string;
  /** For a path that does not say. */
  readonly extension: string;
};

/** What an album holds, and what a file from it is called. */
const ALBUM: Partial<Record<UploadPurpose, Album>> = {
  cover: { kind: 'image', word: '封面', extension: 'jpg' },
  video: { kind: 'video', word: '视频', extension: 'mp4' },
};

/** Whether the album holds files of a purpose; the others come from a chat. */
export const inAlbum = (purpose: UploadPurpose): boolean => ALBUM[purpose] !== undefined;

/** WeChat gives pictures and videos no name, only a path that ends as its type does. */
const fromAlbum = async ({ kind, word, extension }: Album): Promise<ChosenFile | undefined> => {
  const { tempFiles } = await wx.chooseMedia({
    count: 1,
    mediaType: [kind],
    sizeType: ['compressed'],
  });
  const [file] = tempFiles;
  if (!file) return undefined;
  const { tempFilePath: filePath, size: bytes } = file;
  const ending = extensionOf(filePath) || extension;
  return { filePath, bytes, fileName: `${word}-${day(Date.now())}.${ending}` };
};

const fromChat = async (purpose: UploadPurpose): Promise<ChosenFile | undefined> => {
  const { tempFiles } = await wx.chooseMessageFile({
    count: 1,
    type: 'file',
    extension: [...UPLOADS[purpose].extensions],
  });
  const [file] = tempFiles;
  return file && { filePath: file.path, fileName: file.name, bytes: file.size };
};

/** Lets the teacher choose a file for a purpose; undefined when they think better of it. */
export const chooseFile = async (
  purpose: UploadPurpose,
  source: Source,
): Promise<ChosenFile | undefined> => {
  try {
    const album = source === 'album' ? ALBUM[purpose] : undefined;
    return await (album ? fromAlbum(album) : fromChat(purpose));
  } catch {
    // WeChat rejects when the chooser is closed without a choice.
    return undefined;
  }
};
