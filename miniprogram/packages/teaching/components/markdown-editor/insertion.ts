/** What a button of the editor writes, around a word that the teacher types over. */
export type Mark = {
  readonly word: string;
  readonly before: string;
  readonly sample: string;
  readonly after: string;
  readonly ownLine: boolean;
};

export const MARKS: readonly Mark[] = [
  { word: '标题', before: '## ', sample: '小标题', after: '', ownLine: true },
  { word: '加粗', before: '**', sample: '重点', after: '**', ownLine: false },
  { word: '列表', before: '- ', sample: '一项', after: '', ownLine: true },
  { word: '引用', before: '> ', sample: '引用的话', after: '', ownLine: true },
  { word: '代码', before: '```\n', sample: '代码', after: '\n```', ownLine: true },
  { word: '链接', before: '[', sample: '名称', after: '](https://)', ownLine: false },
];

/** Writes a mark into the text where the cursor is; gives the new text and where the cursor goes. */
export const insertMark = (
  text: string,
  cursor: number,
  mark: Mark,
): { text: string; cursor: number } => {
  const at = Math.min(Math.max(cursor, 0), text.length);
  const lead = mark.ownLine && at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  const written = `${lead}${mark.before}${mark.sample}`;
  return {
    text: `${text.slice(0, at)}${written}${mark.after}${text.slice(at)}`,
    cursor: at + written.length,
  };
};
