const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const filled = (head: readonly number[], bytes = 200) =>
  Uint8Array.from({ length: bytes }, (_, index) => head[index] ?? 0);

/** The first bytes of files as programs really write them; what follows does not matter to anybody. */
export const FILES = {
  mp4: filled([0, 0, 0, 24, ...ascii('ftypisom')]),
  mp3: filled(ascii('ID3')),
  pdf: filled(ascii('%PDF-1.7')),
  png: filled([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  script: filled(ascii('<script>alert(1)</script>')),
} as const;
