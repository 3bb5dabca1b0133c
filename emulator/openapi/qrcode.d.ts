/** The part of `qrcode` 1.5 used here; the package ships no types. */
declare module 'qrcode' {
  /** A PNG of a QR code. */
  export function toBuffer(
    text: string,
    options: { width: number; margin: number },
  ): Promise<Buffer>;
}
