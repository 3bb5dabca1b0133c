import { extensionOf, UPLOADS, type UploadPurpose } from '../../../../../shared/teaching/uploads';

/** A file on the phone that is about to go up. */
export type ChosenFile = {
  readonly filePath: string;
  readonly fileName: string;
  readonly bytes: number;
};

/** Where on the phone a file may come from. */
export type Source = 'album' | 'chat';

/** What an album holds, and what a file from it is called when its path does not say. */
const ALBUM: Partial<Record<UploadPurpose, { kind: 'image' | 'video'; extension: string }>> = {
  cover: { kind: 'image', extension: 'jpg' },
  video: { kind: 'video', extension: 'mp4' },
};

/** Whether the album holds files of a purpose; the others come from a chat. */
export const inAlbum = (purpose: UploadPurpose): boolean => ALBUM[purpose] !== undefined;

/** WeChat gives pictures and videos no name, only a path that ends as its type does. */
const fromAlbum = async (purpose: UploadPurpose): Promise<ChosenFile | undefined> => {
  const { kind = 'image', extension = '' } = ALBUM[purpose] ?? {};
  const { tempFiles } = await wx.chooseMedia({
    count: 1,
    mediaType: [kind],
    sizeType: ['compressed'],
  });
  const [file] = tempFiles;
  if (!file) return undefined;
  const { tempFilePath: filePath, size: bytes } = file;
  return { filePath, bytes, fileName: `${Date.now()}.${extensionOf(filePath) || extension}` };
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
    return await (source === 'album' ? fromAlbum(purpose) : fromChat(purpose));
  } catch {
    // WeChat rejects when the chooser is closed without a choice.
    return undefined;
  }
};
