import { call, type PhoneReply, type Question } from './call';

type Purpose = Question<'prepareUpload'>['purpose'];

export type Upload = {
  readonly purpose: Purpose;
  readonly filePath: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Called with 0 to 100 while the file goes up. */
  readonly onProgress?: (percent: number) => void;
  /** Handed the way to stop, once the file goes up; a stopped upload answers as an interrupted one. */
  readonly onStart?: (stop: () => void) => void;
};

export type Uploaded =
  | { readonly ok: true; readonly fileId: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

const interrupted = { ok: false, code: 'NETWORK', message: '上传中断了，请重试' } as const;

/** Puts a file where the server says it may go. Its type and size are checked there before, and again when it is used. */
export const uploadFile = async (upload: Upload): Promise<Uploaded> => {
  const { purpose, fileName, bytes } = upload;
  const place: PhoneReply<'prepareUpload'> = await call('prepareUpload', {
    purpose,
    fileName,
    bytes,
  });
  if (!place.ok) return place;
  try {
    return { ok: true, fileId: await send(upload, place.data.cloudPath) };
  } catch {
    return interrupted;
  }
};

const send = ({ filePath, onProgress, onStart }: Upload, cloudPath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: reject,
    });
    task.onProgressUpdate(({ progress }) => onProgress?.(progress));
    onStart?.(() => task.abort());
  });

/** The size of a file on the phone in bytes; undefined when it cannot be read. */
export const sizeOf = (filePath: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(undefined),
    });
  });
