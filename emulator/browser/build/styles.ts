import fs from 'node:fs';
import postcss, { type ChildNode, type Root } from 'postcss';
import type { ComponentSource } from './components';
import { isFile } from './files';
import { resolveId, type SourceTree } from './sourceTree';
import { drawIconsFromFiles, isTdesignIcon } from './tdesignIcons';
import { translateWxss, type StyleOwner } from './wxss';

/** Compiles WXSS of app, pages and components into one CSS text. */
export class StyleCompiler {
  readonly problems: string[] = [];

  constructor(private readonly tree: SourceTree) {}

  /** Order decides ties as in WeChat: components first, then the app, then pages. */
  compile(components: ComponentSource[]): string {
    const owners: StyleOwner[] = [
      ...components.filter((one) => !one.isPage),
      { id: 'app', scope: '', isPage: false },
      ...components.filter((one) => one.isPage),
    ];
    return owners.map((owner) => this.compileOne(owner)).join('\n');
  }

  private compileOne(owner: StyleOwner): string {
    const root = postcss.root();
    root.append(this.load(owner.id, new Set()));
    translateWxss(root, owner);
    if (isTdesignIcon(owner.id)) drawIconsFromFiles(root);
    return root.toString();
  }

  private load(id: string, seen: Set<string>): ChildNode[] {
    const file = `${this.tree.fileOf(id)}.wxss`;
    if (seen.has(id)) return [];
    seen.add(id);
    if (!isFile(file)) {
      if (seen.size > 1) this.problems.push(`style ${file} not found`);
      return [];
    }
    return this.inline(postcss.parse(fs.readFileSync(file, 'utf8'), { from: file }), id, seen);
  }

  private inline(root: Root, id: string, seen: Set<string>): ChildNode[] {
    return root.nodes.flatMap((node) => {
      if (node.type !== 'atrule' || node.name !== 'import') return [node.clone()];
      const reference = node.params.replace(/^url\(|\)$/g, '').replace(/^['"]|['"]$/g, '');
      return this.load(resolveId(reference.replace(/\.wxss$/, ''), id), seen);
    });
  }
}
