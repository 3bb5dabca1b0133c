import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import { checkedPath } from '../storage/actions';
import type { CloudStorage } from '../storage/storage';
import type { StorageClient } from '../storage/rules';
import { phoneOf } from './phone';

const LINK_LIFE_S = 7200;
const FILES_PER_CALL = 50;
const DENIED = { status: -503002, errMsg: 'storage exceed authority' };
const MISSING = { status: -503003, errMsg: 'storage file not exists' };

/** Cloud storage as a phone sees it: the storage rules apply. */
export function phoneStorageRoutes(storage: CloudStorage): Route[] {
  return [
    {
      method: 'POST',
      path: '/_local/storage/upload',
      handle: (exchange) => upload(exchange, storage),
    },
    {
      method: 'POST',
      path: '/_local/storage/temp-urls',
      handle: (exchange) => tempUrls(exchange, storage),
    },
    {
      method: 'GET',
      path: '/_local/storage/public',
      handle: (exchange) => publicFile(exchange, storage),
    },
  ];
}

async function upload(exchange: Exchange, storage: CloudStorage): Promise<Reply> {
  const phone = phoneOf(exchange);
  const path = checkedPath(exchange.query.get('path') ?? '');
  if (!storage.mayWrite(phone, path)) {
    return json({ errCode: DENIED.status, errMsg: `cloud.uploadFile:fail ${DENIED.errMsg}` });
  }
  await storage.files.write(path, exchange.stream, phone.openid);
  return json({ fileID: storage.ids.idOf(path), statusCode: 200 });
}

async function tempUrls(exchange: Exchange, storage: CloudStorage): Promise<Reply> {
  const phone = phoneOf(exchange);
  const { fileList } = await readJson(exchange);
  const fits = Array.isArray(fileList) && fileList.length <= FILES_PER_CALL;
  if (!fits)
    throw new HttpError(
      400,
      `fileList must be a list of at most ${String(FILES_PER_CALL)} file ids`,
    );
  return json({ fileList: fileList.map((fileID) => tempUrl(String(fileID), phone, storage)) });
}

function tempUrl(fileID: string, phone: StorageClient, storage: CloudStorage) {
  const path = storage.ids.pathOf(fileID);
  const file = path === undefined ? undefined : storage.files.find(path);
  if (!file) return { fileID, tempFileURL: '', ...MISSING };
  if (!storage.mayRead(phone, file)) return { fileID, tempFileURL: '', ...DENIED };
  return {
    fileID,
    tempFileURL: storage.downloadUrl(file.path, LINK_LIFE_S),
    status: 0,
    errMsg: 'ok',
  };
}

/** Shows a `cloud://` image that everybody may read. */
function publicFile(exchange: Exchange, storage: CloudStorage): Reply {
  const path = storage.ids.pathOf(exchange.query.get('fileID') ?? '');
  if (path === undefined || !storage.files.find(path)) throw new HttpError(404, 'no such file');
  if (!storage.isPublic(path)) throw new HttpError(403, 'this file is not for everybody');
  return { status: 302, headers: { location: encodeURI(storage.downloadUrl(path, LINK_LIFE_S)) } };
}
