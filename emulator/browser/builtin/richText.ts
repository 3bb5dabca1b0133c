import { browserStyle } from '../runtime/backend';
import { anything, flag, text, type Builtin } from './builtin';

interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
}

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt ' +
    'em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES =
  /^(style|class|src|alt|width|height|colspan|rowspan|start|type|align|dir|color|face|size)$/;

/** `<rich-text>`: the tags and attributes WeChat trusts, nothing else. */
export const richText: Builtin = {
  tag: 'rich-text',
  properties: { nodes: anything(), space: text(), userSelect: flag(), mode: text() },
  create({ host }) {
    return {
      changed: {
        nodes: (nodes: string | RichNode[] | null) => host.replaceChildren(...drawAll(nodes)),
      },
    };
  },
};

function drawAll(nodes: string | RichNode[] | null): Node[] {
  if (typeof nodes === 'string') return parseHtml(nodes);
  return (nodes ?? []).map(drawNode);
}

function parseHtml(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const node of body.querySelectorAll('*')) {
    if (TAGS.has(node.localName)) keepTrustedAttributes(node);
    else node.remove();
  }
  return [...body.childNodes];
}

function keepTrustedAttributes(node: Element): void {
  for (const { name, value } of [...node.attributes]) {
    if (!trusted(name, value)) node.removeAttribute(name);
    else if (name === 'style') node.setAttribute(name, browserStyle(value));
  }
}

function trusted(name: string, value: string): boolean {
  return ATTRIBUTES.test(name) && !/^\s*javascript:/i.test(value);
}

function drawNode(node: RichNode): Node {
  return node.type === 'text' ? document.createTextNode(node.text ?? '') : drawElement(node);
}

function drawElement({ name = 'div', attrs = {}, children = [] }: RichNode): Node {
  const tag = name.toLowerCase();
  const drawn = document.createElement(TAGS.has(tag) ? tag : 'div');
  for (const [key, value] of Object.entries(attrs)) drawn.setAttribute(key, String(value));
  keepTrustedAttributes(drawn);
  drawn.append(...children.map(drawNode));
  return drawn;
}
