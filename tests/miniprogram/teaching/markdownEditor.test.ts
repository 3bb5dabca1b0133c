import {
  insertMark,
  MARKS,
} from '../../../miniprogram/packages/teaching/components/markdown-editor/insertion';

const markCalled = (word: string) => {
  const mark = MARKS.find((each) => each.word === word);
  if (!mark) throw new Error(`no mark called ${word}`);
  return mark;
};

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
