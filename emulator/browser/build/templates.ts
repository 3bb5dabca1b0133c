import fs from 'node:fs';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_TEMPLATES, builtinId } from '../builtin/tags';
import type { ComponentSource } from './components';
import { isFile } from './files';
import { resolveId, type SourceTree } from './sourceTree';
import { unknownTags } from './wxmlTags';
import { wxsRequires, wxsToScript } from './wxsSource';

/**
 * Names read by the code that template compiler 1.1.0 generates: Q.A filters WXS `change:prop`
 * handlers, Q.C wraps every event listener, P guards WXS calls. The script runs before the runtime
 * starts, so each hook looks its function up when called.
 */
const RUNTIME_HOOKS = [
  'Q.A=function(f){return window.__wxsChangeHandler(f)};',
  'Q.B=function(f){return f};',
  'Q.C=function(caller,event,f,isWxs){return window.__callListener(caller,event,f,isWxs)};',
  'P=function(f){return typeof f==="function"?function(){try{return f.apply(this,arguments)}',
  'catch(e){console.debug("[WXS]",e&&e.message)}}:function(){}};',
].join('');

interface TemplateWarning {
  message: string;
  startLine: number;
  startColumn: number;
}

/** Compiles WXML and WXS of all components into one JavaScript expression. */
export class TemplateCompiler {
  readonly problems: string[] = [];
  readonly warnings: string[] = [];
  private readonly group = new TmplGroup();
  private readonly seen = new Set<string>();

  constructor(private readonly tree: SourceTree) {
    this.group.setExtraRuntimeScript(RUNTIME_HOOKS);
  }

  /** The code of all templates: an expression whose value maps ids to template generators. */
  compile(components: Iterable<ComponentSource>): string {
    for (const [tag, wxml] of Object.entries(BUILTIN_TEMPLATES)) {
      this.group.addTmpl(builtinId(tag), wxml);
    }
    for (const component of components) this.addComponent(component);
    const code = this.group.getTmplGenObjectGroups();
    this.group.free();
    return code;
  }

  private addComponent({ id, config, isPage }: ComponentSource): void {
    const file = `${this.tree.fileOf(id)}.wxml`;
    if (!isFile(file)) {
      this.group.addTmpl(id, isPage ? '' : '<slot/>');
      return;
    }
    const unknown = unknownTags(fs.readFileSync(file, 'utf8'), config);
    for (const tag of unknown) this.problems.push(`${file}: unknown tag <${tag}>`);
    this.addTemplate(id);
  }

  private addTemplate(id: string): void {
    if (!this.first(`wxml:${id}`)) return;
    const file = `${this.tree.fileOf(id)}.wxml`;
    if (!isFile(file)) {
      this.problems.push(`template ${file} not found`);
      return;
    }
    const warnings = this.group.addTmpl(id, fs.readFileSync(file, 'utf8')) as TemplateWarning[];
    if (!id.startsWith('miniprogram_npm/')) this.noteWarnings(file, warnings);
    this.rewriteInlineScripts(id);
    for (const dependency of this.group.getDirectDependencies(id)) this.addTemplate(dependency);
    for (const dependency of this.group.getScriptDependencies(id)) this.addScript(dependency);
  }

  /** Positions count from 0 in the compiler, from 1 in editors. */
  private noteWarnings(file: string, warnings: TemplateWarning[]): void {
    for (const { startLine, startColumn, message } of warnings) {
      this.warnings.push(`${file}:${startLine + 1}:${startColumn + 1} ${message}`);
    }
  }

  private rewriteInlineScripts(id: string): void {
    for (const name of this.group.getInlineScriptModuleNames(id) as string[]) {
      this.group.setInlineScript(id, name, wxsToScript(this.group.getInlineScript(id, name)));
    }
  }

  private addScript(id: string): void {
    if (!this.first(`wxs:${id}`)) return;
    const file = `${this.tree.fileOf(id)}.wxs`;
    if (!isFile(file)) {
      this.problems.push(`script ${file} not found`);
      return;
    }
    const source = fs.readFileSync(file, 'utf8');
    this.group.addScript(id, wxsToScript(source));
    for (const reference of wxsRequires(source)) this.addScript(resolveId(reference, id));
  }

  private first(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }
}
