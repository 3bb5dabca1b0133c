import { lettersAt, viewOf, type ReadAt } from './reader';

/** Kilobits a second by the header's index, layer III: MPEG 1, and MPEG 2 and 2.5. */
const KILOBITS = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** Samples a second of MPEG 1; the later ones halve and quarter it. */
const RATES = [44_100, 48_000, 32_000];
/** The header's version bits: 2.5, reserved, 2, 1. */
const RATE_DIVISORS = [4, 0, 2, 1];

type Frame = {
  readonly kilobits: number;
  readonly rate: number;
  readonly samples: number;
  readonly isFirst: boolean;
  readonly isMono: boolean;
};

/** Whether a frame begins here: eleven bits set. */
const isFrame = (view: DataView): boolean =>
  view.byteLength >= 4 && view.getUint16(0) >>> 5 === 0x7ff;

const numberAt = (table: readonly number[], index: number): number => table[index] ?? 0;

const frameOf = (view: DataView): Frame | undefined => {
  if (!isFrame(view)) return undefined;
  const [version, third] = [(view.getUint8(1) >>> 3) & 3, view.getUint8(2)];
  const isFirst = version === 3;
  const kilobits = numberAt(KILOBITS[isFirst ? 'first' : 'second'], third >>> 4);
  const rate = numberAt(RATES, (third >>> 2) & 3) / numberAt(RATE_DIVISORS, version);
  const isMono = view.getUint8(3) >>> 6 === 3;
  return kilobits > 0 && rate > 0 && rate < Infinity
    ? { kilobits, rate, samples: isFirst ? 1152 : 576, isFirst, isMono }
    : undefined;
};

/** Where the sound begins: after the tag, whose size is written seven bits to a byte. */
const soundStart = async (read: ReadAt): Promise<number> => {
  const head = viewOf(await read(0, 10));
  if (head.byteLength < 10 || lettersAt(head, 0, 3) !== 'ID3') return 0;
  return [6, 7, 8, 9].reduce((size, at) => size * 128 + (head.getUint8(at) & 127), 0) + 10;
};

/** The number of frames, where the program that wrote the file left it in the first one (Xing, Info). */
const framesSaid = (view: DataView, { isFirst, isMono }: Frame): number | undefined => {
  const at = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  const isSaid = ['Xing', 'Info'].includes(lettersAt(view, at, 4));
  if (!isSaid || view.byteLength < at + 12) return undefined;
  return (view.getUint32(at + 4) & 1) === 1 ? view.getUint32(at + 8) : undefined;
};

/** How many seconds an MP3 plays: by its count of frames, else by its size at the first frame's rate. */
export const mp3Seconds = async (read: ReadAt, bytes: number): Promise<number | undefined> => {
  const start = await soundStart(read);
  const view = viewOf(await read(start, 64));
  const frame = frameOf(view);
  if (!frame) return undefined;
  const frames = framesSaid(view, frame);
  return frames === undefined
    ? ((bytes - start) * 8) / (frame.kilobits * 1000)
    : (frames * frame.samples) / frame.rate;
};
