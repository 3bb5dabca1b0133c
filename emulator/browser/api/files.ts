import type { Host } from '../runtime/host';
import { isOnline } from '../runtime/phone';
import { asyncApis, type ApiTable } from './asyncApi';
import { canvasPicture } from './canvasPicture';
import { assetPath } from './filePaths';
import { MemoryFiles } from './memoryFiles';
import { lostNetwork } from './network';
import { openDocument } from './panels/document';
import { tempPath } from './pickFiles';

/** Files on the phone: downloads, documents, pictures of canvases, the file system. */
export function filesApi(host: Host): ApiTable {
  const files = new MemoryFiles();
  return {
    getFileSystemManager: () => files.manager(),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    ...asyncApis({
      downloadFile: async ({ url }: { url: string }) => {
        if (!isOnline(host.phone)) throw lostNetwork();
        const response = await fetch(url);
        const tempFilePath = tempPath(await response.blob());
        return { tempFilePath, filePath: tempFilePath, statusCode: response.status };
      },
      openDocument: ({ filePath }: { filePath: string }) => openDocument(assetPath(filePath)),
      canvasToTempFilePath: (options: { canvas?: HTMLCanvasElement; canvasId?: string }) =>
        canvasPicture(host, options),
    }),
  };
}
