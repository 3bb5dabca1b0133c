declare module 'miniprogram-compiler' {
  /** Compiles every `.wxml` below a folder; throws with the file and line of the first mistake. */
  export function wxmlToJs(
    folder: string,
    options?: { maxBuffer?: number },
  ): Promise<string> | string;
}
