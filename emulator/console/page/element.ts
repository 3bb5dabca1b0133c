type Child = Node | string | undefined;

/** Attributes, and `onclick` and its like as listeners. */
type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** Makes an element. Texts become text nodes, so nothing that is shown can run. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something. */
export function button(label: string, onclick: () => void, kind = ''): HTMLElement {
  return element('button', { type: 'button', class: kind, onclick }, label);
}

/** A value as indented JSON; text that is JSON itself is indented too. */
export function jsonBlock(value: unknown): HTMLElement {
  return element(
    'pre',
    {},
    typeof value === 'string' ? indented(value) : JSON.stringify(value, null, 2),
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A small label with a colour: good, bad, warn or quiet. */
export function tag(text: string, kind: string): HTMLElement {
  return element('span', { class: `tag ${kind}` }, text);
}

/** What is shown where there is nothing yet. */
export function nothing(text: string): HTMLElement {
  return element('p', { class: 'quiet' }, text);
}
