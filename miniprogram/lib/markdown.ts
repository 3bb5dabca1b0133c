/** A node of WeChat's `rich-text`. Only these names and attributes are ever made, so no text can smuggle in another. */
export type RichNode =
  | { type: 'text'; text: string }
  | { name: string; attrs?: { class?: string; style?: string; src?: string }; children?: RichNode[] };

type Block = { match: RegExp; read(lines: string[]): { node: RichNode; used: number } };

/** Markdown as nodes for `rich-text`: headings, lists, quotes, code, rules, images, bold, italics and links as text. */
export const parse = (markdown: string): RichNode[] => {
  const nodes: RichNode[] = [];
  let lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length) {
    const [first = ''] = lines;
    if (!first.trim()) {
      lines = lines.slice(1);
      continue;
    }
    const block = blocks.find(({ match }) => match.test(first)) ?? paragraph;
    const { node, used } = block.read(lines);
    nodes.push(node);
    lines = lines.slice(used);
  }
  return nodes;
};

const text = (value: string): RichNode => ({ type: 'text', text: value });
const element = (name: string, style: string, children: RichNode[]): RichNode => ({
  name,
  attrs: { style },
  children,
});

/** How many lines from the start satisfy a condition. */
const run = (lines: string[], wanted: (line: string) => boolean): number => {
  const end = lines.findIndex((line) => !wanted(line));
  return end === -1 ? lines.length : end;
};
