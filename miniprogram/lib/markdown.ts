import { inlineNodes } from './markdownInline';
import { element, textNodes, type RichNode } from './richNodes';

export type { RichNode } from './richNodes';

type Block = {
  readonly starts: RegExp;
  /** How many lines belong to it, the first included. */
  length(lines: readonly string[]): number;
  node(lines: readonly string[]): RichNode;
};

/** Markdown as nodes for WeChat's `rich-text`; whatever is no Markdown stays text. */
export const markdownNodes = (markdown: string): RichNode[] => {
  const nodes: RichNode[] = [];
  let lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0) {
    const block = blockAt(lines);
    const length = block.length(lines);
    nodes.push(block.node(lines.slice(0, length)));
    lines = lines.slice(length);
    lines = lines.slice(countWhile(lines, isBlank));
  }
  return nodes;
};

const isBlank = (line: string): boolean => line.trim() === '';

const countWhile = (
  lines: readonly string[],
  wanted: (line: string, index: number) => boolean,
): number => {
  const end = lines.findIndex((line, index) => !wanted(line, index));
  return end === -1 ? lines.length : end;
};

const allMatching = (pattern: RegExp) => (lines: readonly string[]) =>
  countWhile(lines, (line) => pattern.test(line));

const HEADING_SIZES = ['1.5em', '1.3em', '1.15em', '1.05em', '1em', '1em'];

const heading: Block = {
  starts: /^#{1,6}\s+\S/,
  length: () => 1,
  node: ([line = '']) => {
    const level = line.indexOf(' ');
    const size = HEADING_SIZES[level - 1] ?? '1em';
    const style = `font-size:${size};font-weight:600;line-height:1.4;margin:1.1em 0 0.5em`;
    return element('div', style, inlineNodes(line.slice(level).trim()));
  },
};

/** `rich-text` swallows spaces at the start of a line, unless they cannot break. */
const keepIndent = (line: string): string =>
  line.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length));

const fence: Block = {
  starts: /^```/,
  length: (lines) => {
    const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('```'));
    return closing === -1 ? lines.length : closing + 1;
  },
  node: (lines) => {
    const code = lines
      .slice(1)
      .filter((line, index) => index < lines.length - 2 || !/^```/.test(line));
    const style =
      'font-family:Menlo,Consolas,monospace;font-size:0.86em;line-height:1.6;word-break:break-word;' +
      'background:rgba(128,112,96,0.11);border-radius:8px;padding:12px;margin:0.8em 0';
    return element('div', style, textNodes(code.map(keepIndent).join('\n')));
  },
};

const rule: Block = {
  starts: /^\s*([-*_])(\s*\1){2,}\s*$/,
  length: () => 1,
  node: () => element('div', 'border-top:1px solid rgba(128,112,96,0.2);margin:1.4em 0', []),
};

const QUOTE = /^>\s?/;
const quote: Block = {
  starts: QUOTE,
  length: allMatching(QUOTE),
  node: (lines) =>
    element(
      'div',
      'border-left:3px solid rgba(128,112,96,0.35);padding-left:12px;margin:0.8em 0;opacity:0.82',
      markdownNodes(lines.map((line) => line.replace(QUOTE, '')).join('\n')),
    ),
};

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
const listOf = (name: 'ul' | 'ol', starts: RegExp): Block => ({
  starts,
  length: allMatching(ITEM),
  node: (lines) =>
    element(
      name,
      'margin:0.6em 0;padding-left:1.5em',
      lines.map((line) => element('li', 'margin:0.3em 0', inlineNodes(line.replace(ITEM, '')))),
    ),
});

const special: readonly Block[] = [
  heading,
  fence,
  rule,
  quote,
  listOf('ul', /^\s*[-*+]\s+/),
  listOf('ol', /^\s*\d{1,3}[.)]\s+/),
];

const paragraph: Block = {
  starts: /^/,
  length: (lines) =>
    countWhile(lines, (line, index) => index === 0 || (!isBlank(line) && !specialAt(line))),
  node: (lines) => element('div', 'margin:0.7em 0', inlineNodes(lines.join('\n').trim())),
};

const specialAt = (line: string): Block | undefined =>
  special.find(({ starts }) => starts.test(line));

const blockAt = ([first = '']: readonly string[]): Block => specialAt(first) ?? paragraph;
