/** A node of WeChat's `rich-text` (rich-text reference): only text, and elements without events or links. */
export type RichNode =
  | { type: 'text'; text: string }
  | { name: string; attrs: { style: string; src?: string; alt?: string }; children: RichNode[] };

/** Plain text; line feeds break the line. */
export const textNode = (text: string): RichNode => ({ type: 'text', text });

/** An element with its look. */
export const element = (name: string, style: string, children: RichNode[]): RichNode => ({
  name,
  attrs: { style },
  children,
});
