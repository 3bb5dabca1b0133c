import {
  extensionOf,
  isAcceptable,
  UPLOADS,
  type UploadPurpose,
} from '../../shared/teaching/uploads';
import { fail, ok, type Result } from '../../shared/result';
import type { Context } from '../context';
import { openidOf, type Caller } from '../caller';
import type { Ids, StoredFile } from '../ports';
import { beginsLike } from './signatures';

type Uploader = Pick<Context, 'caller' | 'ids' | 'storage'>;

/** The folder a person uploads to. The identity is sealed: addresses of covers and avatars are public. */
const folderFor = (purpose: UploadPurpose, caller: Caller, ids: Ids): string =>
  `${UPLOADS[purpose].folder}/${ids.sealed(openidOf(caller)).slice(0, 24)}/`;

/** Where the caller may upload a file: a name nobody can guess, in a folder that is theirs alone. */
export const uploadPath = (
  purpose: UploadPurpose,
  fileName: string,
  { caller, ids }: Pick<Uploader, 'caller' | 'ids'>,
): string => `${folderFor(purpose, caller, ids)}${ids.fresh('file')}.${extensionOf(fileName)}`;

/**
 * Looks at an uploaded file before it is used: it must be the caller's own, be there, and be in size and
 * first bytes what its purpose allows.
 */
export const acceptUpload = async (
  fileId: string,
  purpose: UploadPurpose,
  { caller, ids, storage }: Uploader,
): Promise<Result<StoredFile, 'FILE_NOT_ACCEPTED' | 'FILE_NOT_UPLOADED'>> => {
  const path = fileId.replace(/^cloud:\/\/[^/]+\//, '');
  const folder = folderFor(purpose, caller, ids);
  if (!path.startsWith(folder) || path.slice(folder.length).includes('/')) {
    return fail('FILE_NOT_ACCEPTED');
  }
  const file = await storage.inspect(fileId);
  if (!file) return fail('FILE_NOT_UPLOADED');
  return isAcceptable(purpose, path, file.bytes) && beginsLike(extensionOf(path), file.head)
    ? ok(file)
    : fail('FILE_NOT_ACCEPTED');
};
