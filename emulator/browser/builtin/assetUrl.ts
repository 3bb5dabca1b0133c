import type { GlassElement } from '../runtime/engine';
import type { BuiltinNode } from './builtin';
import { builtinId } from './tags';

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

/** The id (`pages/home/home`) of the page or component whose template wrote this element. */
function writerOf(element: GlassElement): string {
  let owner = element.ownerShadowRoot?.getHostNode();
  while (owner?.is.startsWith(builtinId(''))) owner = owner.ownerShadowRoot?.getHostNode();
  return owner?.is ?? '';
}
