import { cloudFileUrl } from '../builtin/assetUrl';

/** The url of a file named in an API call: temporary files are blob urls, cloud ids go to the local cloud. */
export function assetPath(path: string): string {
  if (path.startsWith('cloud://')) return cloudFileUrl(path);
  return /^(https?:|data:|blob:)/.test(path) ? path : path.replace(/^\/?/, '/');
}
