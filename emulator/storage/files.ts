import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../clock';
import type { Shelf, StateFile } from '../state/stateFile';

/** What is known of a stored file beside its bytes. */
export interface StoredFile {
  path: string;
  size: number;
  uploadedAt: number;
  /** The client that uploaded it; absent when a function did. */
  owner?: string;
}

/** Files in a folder, named by a hash of their cloud path: no path can leave the folder. */
export class FileStore {
  private readonly entries: Shelf<StoredFile>;

  constructor(
    private readonly folder: string,
    state: StateFile,
    private readonly clock: Clock,
  ) {
    mkdirSync(folder, { recursive: true });
    this.entries = state.shelf<StoredFile>('file');
  }

  find(path: string): StoredFile | undefined {
    return this.entries.get(path);
  }

  all(): StoredFile[] {
    return this.entries.all();
  }

  /** Stores all bytes or nothing; a file of the same path is replaced. */
  async write(path: string, content: Readable, owner?: string): Promise<StoredFile> {
    const arriving = join(this.folder, `.${randomUUID()}`);
    try {
      await pipeline(content, createWriteStream(arriving, { flush: true }));
      const { size } = await stat(arriving);
      await rename(arriving, this.diskPath(path));
      const entry = { path, size, uploadedAt: this.clock.now(), ...(owner && { owner }) };
      this.entries.put(path, entry);
      return entry;
    } finally {
      await rm(arriving, { force: true });
    }
  }

  /** Bytes `start` to `end`, both inclusive. */
  read(path: string, start: number, end: number): Readable {
    return createReadStream(this.diskPath(path), { start, end });
  }

  /** False when there was no such file. */
  async remove(path: string): Promise<boolean> {
    if (!this.find(path)) return false;
    this.entries.remove(path);
    await rm(this.diskPath(path), { force: true });
    return true;
  }

  private diskPath(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'));
  }
}
