/** Bytes a format's files have at an offset; `text` is ASCII. */
type Signature = {
  readonly at: number;
  readonly text?: string;
  readonly bytes?: readonly number[];
};

/** What files begin with, by their name's extension: any one line of a format's list, with all its parts. */
const SIGNATURES: Readonly<Record<string, readonly (readonly Signature[])[]>> = {
  mp4: [[{ at: 4, text: 'ftyp' }]],
  m4a: [[{ at: 4, text: 'ftyp' }]],
  mov: ['ftyp', 'moov', 'wide', 'mdat', 'free'].map((text) => [{ at: 4, text }]),
  webm: [[{ at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] }]],
  mp3: [
    [{ at: 0, text: 'ID3' }],
    ...[0xfb, 0xf3, 0xf2, 0xfa].map((second) => [{ at: 0, bytes: [0xff, second] }]),
  ],
  aac: [0xf1, 0xf9].map((second) => [{ at: 0, bytes: [0xff, second] }]),
  wav: [
    [
      { at: 0, text: 'RIFF' },
      { at: 8, text: 'WAVE' },
    ],
  ],
  ogg: [[{ at: 0, text: 'OggS' }]],
  pdf: [[{ at: 0, text: '%PDF-' }]],
  png: [[{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }]],
  jpg: [[{ at: 0, bytes: [0xff, 0xd8, 0xff] }]],
  jpeg: [[{ at: 0, bytes: [0xff, 0xd8, 0xff] }]],
  webp: [
    [
      { at: 0, text: 'RIFF' },
      { at: 8, text: 'WEBP' },
    ],
  ],
};

const has = (head: Uint8Array, { at, text, bytes }: Signature): boolean =>
  (bytes ?? [...(text ?? '')].map((letter) => letter.charCodeAt(0))).every(
    (byte, index) => head[at + index] === byte,
  );

/** Whether a file begins as files with such a name do: a name alone says nothing. */
export const beginsLike = (extension: string, head: Uint8Array): boolean =>
  (SIGNATURES[extension] ?? []).some((parts) => parts.every((part) => has(head, part)));
