import path from 'node:path';
import { isFile, readJson } from './files';

const NPM_ID = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.*)$/;

/** Where things are: turns code ids (`pages/home/home`, `miniprogram_npm/pkg/x`) into files and references into ids. */
export class SourceTree {
  constructor(
    readonly root: string,
    readonly nodeModules: string,
  ) {}

  /** The file a code id stands for, without extension. An npm id maps to the package's mini-program build. */
  fileOf(id: string): string {
    const npm = NPM_ID.exec(id);
    const local = path.join(this.root, id);
    if (!npm || this.hasComponent(local)) return local;
    const [, name = '', inside = ''] = npm;
    return path.join(this.miniprogramDirOf(name) ?? path.join(this.nodeModules, name), inside);
  }

  /** The folder a package publishes for mini-programs (package.json `miniprogram`), or null when it has none. */
  miniprogramDirOf(packageName: string): string | null {
    const dir = path.join(this.nodeModules, packageName);
    const { miniprogram } = readJson<{ miniprogram: string }>(path.join(dir, 'package.json'));
    return miniprogram ? path.join(dir, miniprogram) : null;
  }

  /** The id of the component that `reference` means inside `fromId` (relative, absolute or npm), or null. */
  resolveComponent(reference: string, fromId: string): string | null {
    if (reference.startsWith('/')) return this.existing(reference.slice(1));
    const relative = path.posix.join(path.posix.dirname(fromId), reference);
    const nearby = relative.startsWith('..') ? null : this.existing(relative);
    return nearby ?? this.existing(`miniprogram_npm/${reference}`);
  }

  private existing(id: string): string | null {
    const file = this.fileOf(id);
    if (this.hasComponent(file)) return id;
    return this.hasComponent(path.join(file, 'index')) ? `${id}/index` : null;
  }

  private hasComponent(file: string): boolean {
    return isFile(`${file}.json`) || isFile(`${file}.wxml`);
  }
}

/** The code id that `reference` (of an import, include, wxs or style) means inside `fromId`. */
export function resolveId(reference: string, fromId: string): string {
  if (reference.startsWith('/')) return reference.slice(1);
  return path.posix.join(path.posix.dirname(fromId), reference);
}
