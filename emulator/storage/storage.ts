import type { Clock } from '../clock';
import { FileIds } from './fileId';
import type { FileStore, StoredFile } from './files';
import { allows, ruleFor, type StorageClient, type StorageRules } from './rules';
import type { LinkSigner } from './signature';

/** What cloud storage is made of. */
export interface StorageParts {
  env: string;
  files: FileStore;
  signer: LinkSigner;
  rules: StorageRules;
  clock: Clock;
  origin: () => string;
}

/** What a signed address proves. */
export interface LinkQuery {
  signature: string;
  /** Epoch seconds by the cloud's clock. */
  expires: number;
}

const UPLOAD_LIFE_S = 3600;

/** Cloud storage: ids, rights and links. Bytes are in `FileStore`. */
export class CloudStorage {
  readonly ids: FileIds;
  readonly files: FileStore;

  constructor(private readonly parts: StorageParts) {
    this.ids = new FileIds(parts.env);
    this.files = parts.files;
  }

  /** Whether a client may read this file by the storage rules. */
  mayRead(client: StorageClient, file: StoredFile): boolean {
    return allows(ruleFor(this.parts.rules, file.path).read, client, file.owner);
  }

  /** Whether a client may write to this path; a new file is its own, one that a function wrote is nobody's. */
  mayWrite(client: StorageClient, path: string): boolean {
    const file = this.files.find(path);
    const owner = file ? file.owner : client.openid;
    return allows(ruleFor(this.parts.rules, path).write, client, owner);
  }

  /** Whether a link to this file needs no signature. */
  isPublic(path: string): boolean {
    return allows(ruleFor(this.parts.rules, path).read, {}, undefined);
  }

  /** A link that reads the file for `maxAgeS` seconds. Not percent-encoded: the SDK encodes it (cloud-protocol 2.9). */
  downloadUrl(path: string, maxAgeS: number): string {
    const now = this.nowS();
    const expires = now + maxAgeS;
    const sign = this.parts.signer.sign(['GET', path, String(expires)]);
    return `${this.parts.origin()}/cos/${path}?sign=${sign}&t=${String(now)}&e=${String(expires)}`;
  }

  /** Whether this link may read the file now. */
  mayDownload(path: string, link: LinkQuery): boolean {
    if (this.isPublic(path)) return true;
    const fresh = link.expires > this.nowS();
    return fresh && this.parts.signer.verifies(['GET', path, String(link.expires)], link.signature);
  }

  /** What authorises one upload to this path within the hour. */
  uploadAuthorization(path: string): string {
    const expires = String(this.nowS() + UPLOAD_LIFE_S);
    return `e=${expires}&sign=${this.parts.signer.sign(['PUT', path, expires])}`;
  }

  mayUpload(path: string, authorization: string): boolean {
    const query = new URLSearchParams(authorization);
    const expires = query.get('e') ?? '0';
    const fresh = Number(expires) > this.nowS();
    return fresh && this.parts.signer.verifies(['PUT', path, expires], query.get('sign') ?? '');
  }

  /** The address the SDK puts a file to. */
  uploadUrl(path: string): string {
    return `${this.parts.origin()}/cos/${encodeURI(path)}`;
  }

  private nowS(): number {
    return Math.floor(this.parts.clock.now() / 1000);
  }
}
