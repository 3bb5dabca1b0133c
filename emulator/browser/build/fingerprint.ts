import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isFile, listFiles } from './files';

const FILE = '.inputs.json';

interface Remembered {
  digest: string;
  /** Files outside the mini-program that went into the last build. */
  outside: string[];
}

/** Remembers in `outDir` what a build was made from, so that an unchanged mini-program is not built twice. */
export class Fingerprint {
  private readonly file: string;

  constructor(
    private readonly miniprogramDir: string,
    private readonly hostDir: string,
    outDir: string,
    private readonly options: string,
  ) {
    this.file = path.join(outDir, FILE);
  }

  /** True when nothing that went into the last build has changed. */
  unchanged(): boolean {
    if (!isFile(this.file)) return false;
    const last = JSON.parse(fs.readFileSync(this.file, 'utf8')) as Remembered;
    return last.digest === this.digest(last.outside);
  }

  /** Notes a finished build made from `inputs` besides the mini-program and the host themselves. */
  remember(inputs: string[]): void {
    const outside = inputs.filter((file) => !file.startsWith(this.miniprogramDir)).sort();
    const remembered: Remembered = { digest: this.digest(outside), outside };
    fs.writeFileSync(this.file, JSON.stringify(remembered));
  }

  private digest(outside: string[]): string {
    const hash = createHash('sha256').update(this.options);
    const own = [this.miniprogramDir, this.hostDir].flatMap((dir) =>
      listFiles(dir).map((name) => path.join(dir, name)),
    );
    for (const file of [...own, ...outside]) hash.update(file).update(stamp(file));
    return hash.digest('hex');
  }
}

/** Packages never change in place, so their size is enough; our own files count with their text. */
function stamp(file: string): string | Buffer {
  if (!isFile(file)) return 'missing';
  return file.includes('node_modules') ? String(fs.statSync(file).size) : fs.readFileSync(file);
}
