import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';
import { askCloud } from './cloudHttp';
import { loudly } from './loudly';
import { uploadFile } from './upload';

type FileReference = string | { fileID: string; maxAge?: number };

interface TempUrl {
  fileID: string;
  tempFileURL: string;
  status: number;
  errMsg: string;
}

/** wx.cloud: functions and files of the local cloud. The database is closed to phones, so it is not here. */
export function cloudApi({ phone }: Host): ApiTable {
  const tempUrls = (fileList: FileReference[]): Promise<{ fileList: TempUrl[] }> =>
    askCloud(phone, 'storage/temp-urls', { fileList: fileList.map(fileIdOf) });
  const apis = asyncApis(
    {
      callFunction: ({ name, data = {} }: { name: string; data?: object }) =>
        askCloud(phone, 'call', { name, data }),
      getTempFileURL: ({ fileList }: { fileList: FileReference[] }) => tempUrls(fileList),
      downloadFile: async ({ fileID }: { fileID: string }) => {
        const [file] = (await tempUrls([fileID])).fileList;
        if (!file?.tempFileURL) throw new Error(file?.errMsg ?? 'file not found');
        const response = await fetch(file.tempFileURL);
        const tempFilePath = URL.createObjectURL(await response.blob());
        return { tempFilePath, statusCode: response.status };
      },
    },
    'cloud.',
  );
  return { cloud: loudly('wx.cloud', { ...apis, init: () => {}, uploadFile: uploadFile(phone) }) };
}

function fileIdOf(reference: FileReference): string {
  return typeof reference === 'string' ? reference : reference.fileID;
}
