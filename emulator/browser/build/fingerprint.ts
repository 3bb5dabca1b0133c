import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isFile, listFiles } from './files';

const FILE = '.inputs.json';

interface Remembered {
  digest: string;
  /** Files outside the source folders that went into the last build. */
  outside: string[];
}

/** Remembers in `outDir` what a build was made from, so that an unchanged mini-program is not built twice. */
export class Fingerprint {
  private readonly file: string;

  /** `sources` are the folders of the mini-program and of the host, `settings` whatever else decides the result. */
  constructor(
    outDir: string,
    private readonly sources: string[],
    private readonly settings: string,
  ) {
    this.file = path.join(outDir, FILE);
  }

  /** True when nothing that went into the last build has changed. */
  unchanged(): boolean {
    if (!isFile(this.file)) return false;
    const last = JSON.parse(fs.readFileSync(this.file, 'utf8')) as Remembered;
    return last.digest === this.digest(last.outside);
  }

  /** Notes a finished build made from `inputs`, which lie inside the source folders or outside. */
  remember(inputs: string[]): void {
    const isOwn = (file: string): boolean => this.sources.some((dir) => file.startsWith(dir));
    const outside = inputs.filter((file) => !isOwn(file)).sort();
    const remembered: Remembered = { digest: this.digest(outside), outside };
    fs.writeFileSync(this.file, JSON.stringify(remembered));
  }

  private digest(outside: string[]): string {
    const hash = createHash('sha256').update(this.settings);
    const own = this.sources.flatMap((dir) => listFiles(dir).map((name) => path.join(dir, name)));
    for (const file of [...own, ...outside]) hash.update(file).update(stamp(file));
    return hash.digest('hex');
  }
}

/** Packages never change in place, so their size is enough; our own files count with their text. */
function stamp(file: string): string | Buffer {
  if (!isFile(file)) return 'missing';
  return file.includes('node_modules') ? String(fs.statSync(file).size) : fs.readFileSync(file);
}
