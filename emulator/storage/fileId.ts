/** Maps between `cloud://<env>.<bucket>/<path>` and paths of one environment. */
export class FileIds {
  private readonly prefix: string;

  constructor(env: string) {
    // The real bucket is `<hex>-<env>-<account>`; its parts mean nothing to callers.
    this.prefix = `cloud://${env}.6c6f-${env}-1250000000/`;
  }

  idOf(path: string): string {
    return this.prefix + path;
  }

  /** The path of an id of this environment; undefined for any other text. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(this.prefix) ? fileId.slice(this.prefix.length) : undefined;
  }
}
