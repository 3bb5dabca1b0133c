import { isOnline, type Phone } from '../runtime/phone';
import { ApiFailure, asyncApis, type Callbacks } from './asyncApi';
import { ListenerSet } from './listeners';
import { lostNetwork } from './network';

interface UploadOptions extends Callbacks {
  cloudPath: string;
  filePath: string;
}

/** What wx.cloud.uploadFile returns when called with callbacks. */
interface UploadTask {
  abort(): void;
  onProgressUpdate(listener: (progress: unknown) => void): void;
  offProgressUpdate(listener?: (progress: unknown) => void): void;
}

/**
 * wx.cloud.uploadFile. Returns an upload task; without callbacks the task is a promise as well, so
 * that both styles work.
 */
export function uploadFile(phone: Phone): (options: UploadOptions) => unknown {
  return (options) => {
    const request = new XMLHttpRequest();
    const progress = new ListenerSet();
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress.fire({
        progress: total ? Math.round((loaded / total) * 100) : 0,
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
      }),
    );
    const { upload } = asyncApis(
      {
        upload: ({ cloudPath, filePath }: UploadOptions) =>
          send(request, phone, { cloudPath, filePath }),
      },
      '',
    ) as { upload(options: UploadOptions): Promise<object> | undefined };
    return Object.assign(upload(options) ?? {}, taskOf(request, progress));
  };
}

function taskOf(request: XMLHttpRequest, progress: ListenerSet): UploadTask {
  return {
    abort: () => request.abort(),
    onProgressUpdate: (listener) => progress.add(listener),
    offProgressUpdate: (listener) => progress.remove(listener),
  };
}

async function send(
  request: XMLHttpRequest,
  phone: Phone,
  { cloudPath, filePath }: { cloudPath: string; filePath: string },
): Promise<object> {
  if (!isOnline(phone)) throw lostNetwork();
  const file = await (await fetch(filePath)).blob();
  return new Promise((resolve, reject) => {
    request.open('POST', `/_local/storage/upload?path=${encodeURIComponent(cloudPath)}`);
    request.setRequestHeader('x-openid', phone.openid);
    request.responseType = 'json';
    request.addEventListener('load', () => settle(request, resolve, reject));
    request.addEventListener('error', () => reject(lostNetwork()));
    request.addEventListener('abort', () => reject(new ApiFailure('abort')));
    request.send(file);
  });
}

function settle(
  request: XMLHttpRequest,
  resolve: (answer: object) => void,
  reject: (error: Error) => void,
): void {
  const answer = (request.response ?? {}) as { fileID?: string; errMsg?: string };
  if (answer.fileID) resolve(answer);
  else reject(new ApiFailure(answer.errMsg ?? `upload answered ${request.status}`, answer));
}
