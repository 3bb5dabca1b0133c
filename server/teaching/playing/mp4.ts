import { lettersAt, viewOf, type ReadAt } from './reader';

/** More boxes than this before the one looked for is no film that a program wrote. */
const MAX_BOXES = 20;

type Box = { readonly name: string; readonly from: number; readonly end: number };

/** The box that begins at a place: its size and name, then its content (ISO 14496-12, 4.2). */
const boxAt = async (read: ReadAt, at: number): Promise<Box | undefined> => {
  const head = viewOf(await read(at, 16));
  if (head.byteLength < 16) return undefined;
  const size = head.getUint32(0);
  const isLarge = size === 1;
  const length = isLarge ? Number(head.getBigUint64(8)) : size;
  if (length < 8) return undefined;
  return { name: lettersAt(head, 4, 4), from: at + (isLarge ? 16 : 8), end: at + length };
};

const find = async (
  read: ReadAt,
  name: string,
  { from, end }: { from: number; end: number },
): Promise<Box | undefined> => {
  let at = from;
  for (let count = 0; count < MAX_BOXES && at < end; count++) {
    const box = await boxAt(read, at);
    if (!box || box.name === name) return box;
    at = box.end;
  }
  return undefined;
};

/** How many seconds a film or recording in the MP4 family plays, by its movie header. */
export const mp4Seconds = async (read: ReadAt, bytes: number): Promise<number | undefined> => {
  const movie = await find(read, 'moov', { from: 0, end: bytes });
  const header = movie && (await find(read, 'mvhd', movie));
  if (!header) return undefined;
  const view = viewOf(await read(header.from, 32));
  if (view.byteLength < 32) return undefined;
  const isLong = view.getUint8(0) === 1;
  const scale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return scale > 0 && duration > 0 ? duration / scale : undefined;
};
