/** A file on the phone that is about to go up. */
export type ChosenFile = {
  readonly filePath: string;
  readonly fileName: string;
  readonly bytes: number;
};

export type UploadPurpose = 'cover' | 'video' | 'audio' | 'document';

/** What the chooser offers; the server decides what it takes. */
const EXTENSIONS = {
  video: ['mp4', 'm4v', 'mov'],
  audio: ['mp3', 'm4a', 'aac', 'wav'],
  document: ['pdf'],
} as const;

const extensionOf = (filePath: string): string => /\.(\w{2,5})$/.exec(filePath)?.[1] ?? '';

/** WeChat gives pictures and videos no name, only a path that ends as its type does. */
const named = (filePath: string, fallback: string): string =>
  `${Date.now()}.${extensionOf(filePath) || fallback}`;

const fromAlbum = async (kind: 'image' | 'video'): Promise<ChosenFile | undefined> => {
  const { tempFiles } = await wx.chooseMedia({
    count: 1,
    mediaType: [kind],
    sizeType: ['compressed'],
  });
  const [file] = tempFiles;
  if (!file) return undefined;
  const fileName = named(file.tempFilePath, kind === 'image' ? 'jpg' : 'mp4');
  return { filePath: file.tempFilePath, fileName, bytes: file.size };
};

const fromChat = async (purpose: keyof typeof EXTENSIONS): Promise<ChosenFile | undefined> => {
  const { tempFiles } = await wx.chooseMessageFile({
    count: 1,
    type: 'file',
    extension: [...EXTENSIONS[purpose]],
  });
  const [file] = tempFiles;
  return file && { filePath: file.path, fileName: file.name, bytes: file.size };
};

const fromEither = async (): Promise<ChosenFile | undefined> => {
  const { tapIndex } = await wx.showActionSheet({ itemList: ['从相册选择', '从聊天文件选择'] });
  return tapIndex === 0 ? fromAlbum('video') : fromChat('video');
};

const CHOOSERS: Record<UploadPurpose, () => Promise<ChosenFile | undefined>> = {
  cover: () => fromAlbum('image'),
  video: fromEither,
  audio: () => fromChat('audio'),
  document: () => fromChat('document'),
};

/** Lets the teacher choose a file for a purpose; undefined when they think better of it. */
export const chooseFile = async (purpose: UploadPurpose): Promise<ChosenFile | undefined> => {
  try {
    return await CHOOSERS[purpose]();
  } catch {
    // WeChat rejects when the chooser is closed without a choice.
    return undefined;
  }
};
