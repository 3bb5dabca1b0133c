/** Reads bytes of a stored file from a place on; fewer where the file ends. */
export type ReadAt = (from: number, length: number) => Promise<Uint8Array>;

/** The same bytes, to be read as numbers. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** ASCII letters at a place. */
export const lettersAt = (view: DataView, at: number, count: number): string =>
  Array.from({ length: Math.max(0, Math.min(count, view.byteLength - at)) }, (_, index) =>
    String.fromCharCode(view.getUint8(at + index)),
  ).join('');
