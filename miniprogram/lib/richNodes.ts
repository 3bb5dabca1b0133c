/** A node of WeChat's `rich-text` (rich-text reference): only text, and elements without events or links. */
export type RichNode =
  | { type: 'text'; text: string }
  | { name: string; attrs: { style: string; src?: string; alt?: string }; children: RichNode[] };

const LINE_BREAK: RichNode = { name: 'br', attrs: { style: '' }, children: [] };

/** Plain text; line feeds break the line. */
export const textNodes = (text: string): RichNode[] =>
  text
    .split('\n')
    .flatMap((line, index): RichNode[] => [
      ...(index > 0 ? [LINE_BREAK] : []),
      ...(line ? [{ type: 'text' as const, text: line }] : []),
    ]);

/** An element with its look. */
export const element = (name: string, style: string, children: RichNode[]): RichNode => ({
  name,
  attrs: { style },
  children,
});
