import { abilities } from '../builtin/abilities';
import type { Host } from '../runtime/host';
import { tempPath } from './pickFiles';

/** Turns a canvas (given as node, or by its canvas-id on the page on screen) into a temporary picture file. */
export async function canvasPicture(
  { router }: Host,
  { canvas, canvasId = '' }: { canvas?: HTMLCanvasElement; canvasId?: string },
): Promise<{ tempFilePath: string }> {
  const found = canvas ?? canvasById(router.top.node, canvasId);
  if (!found) throw new Error('canvas is empty');
  const picture = await new Promise<Blob | null>((resolve) => found.toBlob(resolve));
  if (!picture) throw new Error('canvas is empty');
  return { tempFilePath: tempPath(picture) };
}

function canvasById(page: HTMLElement, id: string): HTMLCanvasElement | undefined {
  return abilities(page.querySelector(`[canvas-id="${CSS.escape(id)}"]`)).canvas;
}
