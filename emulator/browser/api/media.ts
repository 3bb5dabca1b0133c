import { asyncApis, type ApiTable } from './asyncApi';
import { assetPath } from './filePaths';
import { openPreview } from './panels/preview';
import { pickFiles, tempPath } from './pickFiles';

interface ChooseOptions {
  count?: number;
  mediaType?: string[];
  extension?: string[];
  type?: string;
}

const DEFAULT_COUNT = 9;

/** Choosing and showing pictures and videos. */
export function mediaApi(): ApiTable {
  return asyncApis({
    chooseMedia: async ({
      count = DEFAULT_COUNT,
      mediaType = ['image', 'video'],
    }: ChooseOptions) => {
      const files = await choose(count, acceptOf(mediaType));
      const tempFiles = files.map(describeMedia);
      return { type: tempFiles[0]?.fileType ?? 'image', tempFiles };
    },
    chooseImage: async ({ count = DEFAULT_COUNT }: ChooseOptions) => {
      const files = await choose(count, 'image/*');
      const tempFiles = files.map((file) => ({ path: tempPath(file), size: file.size }));
      return { tempFilePaths: tempFiles.map((file) => file.path), tempFiles };
    },
    chooseVideo: async () => {
      const [file] = await choose(1, 'video/*');
      if (!file) throw new Error('cancel');
      return { tempFilePath: tempPath(file), size: file.size, duration: 0, width: 0, height: 0 };
    },
    chooseMessageFile: async ({ count = 1, extension = [], type = 'all' }: ChooseOptions) => {
      const files = await choose(count, acceptOf([type, ...extension]));
      return { tempFiles: files.map(describeFile) };
    },
    previewImage: ({ urls, current }: { urls: string[]; current?: string }) =>
      showImages(urls, current ?? ''),
    previewMedia: ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) => {
      const urls = sources.map((source) => source.url);
      showImages(urls, urls[current] ?? '');
    },
    getImageInfo: async ({ src }: { src: string }) => {
      const image = new Image();
      image.src = assetPath(src);
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      return { width, height, path: image.src, orientation: 'up', type: 'unknown' };
    },
    compressImage: ({ src }: { src: string }) => ({ tempFilePath: src }),
    saveImageToPhotosAlbum: ({ filePath }: { filePath: string }) => download(filePath),
    saveVideoToPhotosAlbum: ({ filePath }: { filePath: string }) => download(filePath),
  });
}

const MIME: Readonly<Record<string, string>> = {
  image: 'image/*',
  video: 'video/*',
  mix: 'image/*,video/*',
  all: '*/*',
  file: '*/*',
};

function acceptOf(kinds: string[]): string {
  const named = kinds.filter((kind) => kind !== 'file' && kind !== 'all');
  const wanted = named.length ? named : ['all'];
  return wanted.map((kind) => MIME[kind] ?? `.${kind.replace(/^\./, '')}`).join(',');
}

async function choose(count: number, accept: string): Promise<File[]> {
  const files = await pickFiles({ accept, multiple: count > 1 });
  return files.slice(0, count);
}

function describeMedia(file: File): { tempFilePath: string; size: number; fileType: string } {
  const fileType = file.type.startsWith('video') ? 'video' : 'image';
  return { tempFilePath: tempPath(file), size: file.size, fileType };
}

function describeFile(file: File): object {
  const { name, size } = file;
  return {
    path: tempPath(file),
    name,
    size,
    type: 'file',
    time: Math.round(file.lastModified / 1000),
  };
}

/** Resolves at once, as WeChat does; the preview stays until it is closed. */
function showImages(urls: string[], current: string): void {
  void openPreview(urls.map(assetPath), Math.max(0, urls.indexOf(current)));
}

function download(filePath: string): void {
  const link = document.createElement('a');
  link.href = assetPath(filePath);
  link.download = 'saved';
  link.click();
}
