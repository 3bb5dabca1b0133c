import { markdownNodes, type RichNode } from '../../../miniprogram/lib/markdown';

/** Names and text of nodes, without their look. */
const outline = (nodes: readonly RichNode[]): unknown[] =>
  nodes.map((node) => ('text' in node ? node.text : [node.name, ...outline(node.children)]));

const read = (markdown: string) => outline(markdownNodes(markdown));
const everyNode = (nodes: readonly RichNode[]): RichNode[] =>
  nodes.flatMap((node) => ('text' in node ? [node] : [node, ...everyNode(node.children)]));

describe('markdownNodes', () => {
  it.each<[string, string, unknown[]]>([
    [
      'headings',
      '## 第一章\n正文',
      [
        ['div', '第一章'],
        ['div', '正文'],
      ],
    ],
    ['lists', '- 光\n- 影', [['ul', ['li', '光'], ['li', '影']]]],
    ['numbered lists', '1. 看\n2. 拍', [['ol', ['li', '看'], ['li', '拍']]]],
    ['bold and italics', '**不能**是*也许*', [['div', ['strong', '不能'], '是', ['em', '也许']]]],
    ['quotes', '> 先拍\n> 再说', [['div', ['div', '先拍', ['br'], '再说']]]],
    ['code', '用 `tsc` 检查', [['div', '用 ', ['span', 'tsc'], ' 检查']]],
    ['links as their words', '见[文档](https://example.com)', [['div', '见', ['span', '文档']]]],
    ['pictures', '![街角](https://example.com/a.png)', [['div', ['img']]]],
    ['line breaks', '一行\n又一行', [['div', '一行', ['br'], '又一行']]],
  ])('reads %s', (_, markdown, nodes) => {
    expect(read(markdown)).toEqual(nodes);
  });

  it('breaks code between words where it can, not within them', () => {
    const [code] = markdownNodes('```\nconst order = pending;\n```') as { attrs: object }[];
    expect(code!.attrs).toMatchObject({ style: expect.stringContaining('word-break:break-word') });
  });

  it('keeps fenced code as it is, stars and all', () => {
    expect(read('```ts\nconst a = **b**\n  return\n```')).toEqual([
      ['div', 'const a = **b**', ['br'], '\u00a0\u00a0return'],
    ]);
  });

  it('leaves tags in a text as text', () => {
    expect(read('<script>alert(1)</script>')).toEqual([['div', '<script>alert(1)</script>']]);
  });

  it('shows no picture from a source that is not cloud storage or the web', () => {
    const nodes = everyNode(markdownNodes('![坏](javascript:alert(1)) ![坏](data:text/html,x)'));
    expect(nodes.filter((node) => 'name' in node && node.name === 'img')).toEqual([]);
  });

  it('ends on unfinished marks and endless ones', () => {
    expect(read('**没有结束')).toEqual([['div', '**没有结束']]);
    expect(read('```\n没有结束')).toEqual([['div', '没有结束']]);
    expect(() => markdownNodes(`${'> '.repeat(50)}${'*'.repeat(5000)}`)).not.toThrow();
  });
});
