import type { Storage } from '../ports';
import type { Sdk } from './sdk';

const HEAD_BYTES = 64;
/** Long enough to look at a file piece by piece. */
const LOOK_SECONDS = 60;

/** A piece of a file behind a link, and the size of the whole; undefined when there is no such piece. */
const fetchRange = async (url: string, from: number, length: number) => {
  const response = await fetch(encodeURI(url), {
    headers: { range: `bytes=${from}-${from + length - 1}` },
  });
  if (response.status !== 206) {
    // Not a piece: nothing there, or the whole of it, which may be far too much.
    await response.body?.cancel();
    return undefined;
  }
  const head = new Uint8Array(await response.arrayBuffer());
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return { bytes: Number(total ?? head.length), head };
};

/** Cloud storage: private files, reached by links that end. */
export const cloudStorage = (cloud: Sdk): Storage => {
  const links = async (fileIds: readonly string[], seconds: number) => {
    if (fileIds.length === 0) return new Map<string, string>();
    const { fileList } = (await cloud.getTempFileURL({
      // With `maxAge` the SDK wants both keys, which its types do not know.
      fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
    })) as { fileList: { fileID: string; tempFileURL: string; status: number }[] };
    return new Map(
      fileList
        .filter(({ status }) => status === 0)
        .map(({ fileID, tempFileURL }) => [fileID, tempFileURL]),
    );
  };

  return {
    temporaryLinks: links,

    async inspect(fileId) {
      const url = (await links([fileId], LOOK_SECONDS)).get(fileId);
      const first = url && (await fetchRange(url, 0, HEAD_BYTES));
      if (!first) return undefined;
      return {
        ...first,
        read: async (from, length) =>
          (await fetchRange(url, from, length))?.head ?? new Uint8Array(),
      };
    },

    async upload(cloudPath, content) {
      const { fileID } = await cloud.uploadFile({
        cloudPath,
        fileContent: Buffer.from(content) as never,
      });
      return fileID;
    },

    async remove(fileIds) {
      if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] });
    },
  };
};
