import type { Storage } from '../ports';
import type { Sdk } from './sdk';

const HEAD_BYTES = 64;

/** Cloud storage: private files, reached by links that end. */
export const cloudStorage = (cloud: Sdk): Storage => {
  const links = async (fileIds: readonly string[], seconds: number) => {
    if (fileIds.length === 0) return new Map<string, string>();
    const { fileList } = (await cloud.getTempFileURL({
      // With `maxAge` the SDK wants both keys, which its types do not know.
      fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })) as unknown as string[],
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
      const url = (await links([fileId], 60)).get(fileId);
      if (!url) return undefined;
      const response = await fetch(encodeURI(url), {
        headers: { range: `bytes=0-${HEAD_BYTES - 1}` },
      });
      if (!response.ok) return undefined;
      const head = new Uint8Array(await response.arrayBuffer());
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      return { bytes: total ? Number(total) : head.length, head: head.subarray(0, HEAD_BYTES) };
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
