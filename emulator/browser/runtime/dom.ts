/** Attributes and children for `element`. */
export interface ElementParts {
  class?: string;
  text?: string;
  role?: string;
  label?: string;
  children?: (Node | string)[];
  onClick?: (event: MouseEvent) => void;
}

/** Makes a DOM element: the host draws its bars and panels with it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: ElementParts = {},
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (parts.class) node.className = parts.class;
  if (parts.text !== undefined) node.textContent = parts.text;
  if (parts.role) node.setAttribute('role', parts.role);
  if (parts.label) node.setAttribute('aria-label', parts.label);
  if (parts.children) node.append(...parts.children);
  const { onClick } = parts;
  if (onClick) node.addEventListener('click', (event) => onClick(event as MouseEvent));
  return node;
}
