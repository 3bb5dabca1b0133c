import { element, textNodes, type RichNode } from './richNodes';

type Span = { readonly pattern: RegExp; node(parts: readonly string[]): RichNode };

/** Pictures come from cloud storage or the web; a source of any other kind shows its description. */
const PICTURE_SOURCE = /^(?:https?|cloud):\/\//;

const picture = (description: string, source: string): RichNode =>
  PICTURE_SOURCE.test(source)
    ? {
        name: 'img',
        attrs: { src: source, alt: description, style: 'max-width:100%;border-radius:8px' },
        children: [],
      }
    : element('span', '', textNodes(description));

/** Earlier ones win where two begin at the same place. */
const spans: readonly Span[] = [
  {
    pattern: /`([^`\n]+)`/,
    node: ([, code = '']) =>
      element(
        'span',
        'font-family:Menlo,Consolas,monospace;font-size:0.9em;background:rgba(128,112,96,0.11);border-radius:4px;padding:1px 5px',
        textNodes(code),
      ),
  },
  {
    pattern: /!\[([^\]\n]*)\]\(([^)\s]+)\)/,
    node: ([, description = '', source = '']) => picture(description, source),
  },
  {
    // A mini-program opens no foreign page, so a link is shown, not followed.
    pattern: /\[([^\]\n]+)\]\(([^)\s]+)\)/,
    node: ([, words = '']) => element('span', 'text-decoration:underline', inlineNodes(words)),
  },
  {
    pattern: /\*\*([^\n]+?)\*\*/,
    node: ([, words = '']) => element('strong', 'font-weight:600', inlineNodes(words)),
  },
  {
    pattern: /~~([^\n]+?)~~/,
    node: ([, words = '']) => element('span', 'text-decoration:line-through', inlineNodes(words)),
  },
  {
    pattern: /\*([^*\s][^*\n]*?)\*/,
    node: ([, words = '']) => element('em', 'font-style:italic', inlineNodes(words)),
  },
];

/** One run of Markdown text as nodes: bold, italics, code, pictures, links. */
export const inlineNodes = (text: string): RichNode[] => {
  const nodes: RichNode[] = [];
  let rest = text;
  for (let found = firstSpan(rest); found; found = firstSpan(rest)) {
    if (found.index > 0) nodes.push(...textNodes(rest.slice(0, found.index)));
    nodes.push(found.node);
    rest = rest.slice(found.end);
  }
  return [...nodes, ...textNodes(rest)];
};

const firstSpan = (text: string): { index: number; end: number; node: RichNode } | undefined => {
  const matches = spans.flatMap((span) => {
    const match = span.pattern.exec(text);
    return match ? [{ span, match }] : [];
  });
  const [first] = matches.sort((a, b) => a.match.index - b.match.index);
  if (!first) return undefined;
  const { match, span } = first;
  return { index: match.index, end: match.index + match[0].length, node: span.node(match) };
};
