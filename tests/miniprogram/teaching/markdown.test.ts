import { readMarkdown } from '../../../miniprogram/lib/markdown';
import {
  insertMark,
  MARKS,
} from '../../../miniprogram/packages/teaching/components/markdown-editor/insertion';

const markCalled = (word: string) => {
  const mark = MARKS.find((each) => each.word === word);
  if (!mark) throw new Error(`no mark called ${word}`);
  return mark;
};

describe('the Markdown of a lesson', () => {
  it('reads what a line is by how it begins', () => {
    const source = '# 一\n正文\n- 甲\n2. 乙\n> 引\n---\n![图](cloud://e.b/a.png)';

    expect(readMarkdown(source).map((block) => block.kind)).toEqual([
      'heading1',
      'paragraph',
      'item',
      'item',
      'quote',
      'rule',
      'image',
    ]);
  });

  it('keeps code as it was typed, marks and all', () => {
    expect(readMarkdown('前\n```ts\n# 不是标题\n  a\n```\n后')).toEqual([
      { kind: 'paragraph', runs: [{ look: 'plain', text: '前' }] },
      { kind: 'code', text: '# 不是标题\n  a' },
      { kind: 'paragraph', runs: [{ look: 'plain', text: '后' }] },
    ]);
  });

  it('takes a line apart where its look changes', () => {
    expect(readMarkdown('学**会**用`sum`看[文档](https://a.cn)')).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { look: 'plain', text: '学' },
          { look: 'bold', text: '会' },
          { look: 'plain', text: '用' },
          { look: 'code', text: 'sum' },
          { look: 'plain', text: '看' },
          { look: 'link', text: '文档', href: 'https://a.cn' },
        ],
      },
    ]);
  });

  it('shows a lone mark as it was typed', () => {
    expect(readMarkdown('2 * 3 = 6，**未完')).toEqual([
      { kind: 'paragraph', runs: [{ look: 'plain', text: '2 * 3 = 6，**未完' }] },
    ]);
  });
});

describe('a button of the editor', () => {
  it('writes its mark where the cursor is and goes on behind the sample word', () => {
    expect(insertMark('很要记住', 1, markCalled('加粗'))).toEqual({
      text: '很**重点**要记住',
      cursor: 5,
    });
  });

  it('begins a line of its own for what needs one', () => {
    expect(insertMark('前文', 2, markCalled('标题')).text).toBe('前文\n## 小标题');
    expect(insertMark('前文\n', 3, markCalled('标题')).text).toBe('前文\n## 小标题');
  });
});
