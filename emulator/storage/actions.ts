import { CloudError } from '../cloudError';
import { textOf, type Action } from '../gateway/actionRequest';
import { randomHex } from '../identifiers';
import type { CloudStorage } from './storage';

const FILES_PER_CALL = 50;
const DEFAULT_MAX_AGE_S = 86_400;

/** `storage.getUploadMetadata`: where and how to put a file. */
export function getUploadMetadata(storage: CloudStorage): Action {
  return ({ params }) => {
    const path = checkedPath(textOf(params, 'path'));
    const data = {
      url: storage.uploadUrl(path),
      token: 'local',
      authorization: storage.uploadAuthorization(path),
      fileId: storage.ids.idOf(path),
      cosFileId: randomHex(16),
    };
    return { fields: { data } };
  };
}

/** `storage.batchGetDownloadUrl`: links that expire after each item's `max_age` seconds. */
export function batchGetDownloadUrl(storage: CloudStorage): Action {
  return ({ params }) => {
    const items = listOf(params['file_list']) as { fileid: string; max_age?: number }[];
    const download_list = items.map(({ fileid, max_age: maxAge = DEFAULT_MAX_AGE_S }) => {
      const path = storage.ids.pathOf(fileid);
      if (path === undefined || !storage.files.find(path)) {
        return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
      }
      const tempFileURL = storage.downloadUrl(path, maxAge);
      return { code: 'SUCCESS', fileID: fileid, tempFileURL, maxAge };
    });
    return { fields: { data: { download_list } } };
  };
}

/** `storage.batchDeleteFile`. */
export function batchDeleteFile(storage: CloudStorage): Action {
  return async ({ params }) => {
    const fileIds = listOf(params['fileid_list']) as string[];
    const remove = async (fileID: string) => {
      const path = storage.ids.pathOf(fileID);
      const removed = path !== undefined && (await storage.files.remove(path));
      return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
    };
    return { fields: { data: { delete_list: await Promise.all(fileIds.map(remove)) } } };
  };
}

/** A usable cloud path; CloudError otherwise. */
export function checkedPath(path: string): string {
  const bad = path === '' || path.startsWith('/') || path.includes('//') || /[?#\\]/.test(path);
  if (bad || path.split('/').includes('..')) {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `bad cloud path: ${path}`);
  }
  return path;
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CloudError('INVALID_PARAM', 'a list of files is missing');
  if (value.length > FILES_PER_CALL) {
    throw new CloudError('INVALID_PARAM', `at most ${String(FILES_PER_CALL)} files per call`);
  }
  return value;
}
