import { writerOf, type BuiltinNode } from './define';

const COMPLETE = /^(https?:|data:|blob:|\/\/)/;

/** The url behind a `src` as mini-program code writes it: cloud file ids, paths from the root or from the component. */
export function assetUrl(source: string, node: BuiltinNode): string {
  if (COMPLETE.test(source)) return source;
  if (source.startsWith('cloud://')) return cloudFileUrl(source);
  const base = `${location.origin}/${writerOf(node.element)}`;
  return new URL(source, base).pathname;
}

/** Where the local cloud serves a file that everyone may read. */
export function cloudFileUrl(fileId: string): string {
  return `/_local/storage/public?fileID=${encodeURIComponent(fileId)}`;
}
