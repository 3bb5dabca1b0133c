import { BUILTIN_TAGS, LANGUAGE_TAGS } from '../builtin/tags';
import type { ComponentConfig } from './components';

const COMMENT = /<!--[\s\S]*?-->/g;
const SCRIPT = /<wxs\b[^>]*?>[\s\S]*?<\/wxs>/g;
const EXPRESSION = /\{\{[\s\S]*?\}\}/g;
const OPENING_TAG = /<([a-zA-Z][\w-]*)/g;
const KNOWN = new Set([...BUILTIN_TAGS, ...LANGUAGE_TAGS]);

/** The distinct tag names opened in a WXML text, ignoring comments, scripts and expressions. */
export function tagsOf(wxml: string): string[] {
  const markup = wxml
    .replace(COMMENT, '')
    .replace(/<wxs\b[^>]*\/>/g, '')
    .replace(SCRIPT, '');
  const matches = markup.replace(EXPRESSION, '').matchAll(OPENING_TAG);
  return [...new Set(Array.from(matches, (match) => match[1] ?? ''))];
}

/** The tags of `wxml` that neither the host nor the component's JSON knows. */
export function unknownTags(wxml: string, config: ComponentConfig): string[] {
  const declared = { ...config.usingComponents, ...config.componentGenerics };
  return tagsOf(wxml).filter((tag) => !KNOWN.has(tag) && !(tag in declared));
}
