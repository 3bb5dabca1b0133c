import { say } from '../../../../lib/say';

const LONGEST = 40;

/** Asks for a chapter's title; undefined when the teacher thinks better of it or writes none that fits. */
export const askTitle = async (title: string, current = ''): Promise<string | undefined> => {
  const answer = await wx.showModal({
    title,
    editable: true,
    content: current,
    placeholderText: '章节名称，最多 40 个字',
  });
  if (!answer.confirm) return undefined;
  const typed = (answer.content ?? '').trim();
  if (typed && [...typed].length <= LONGEST) return typed;
  say(typed ? '章节名称最多 40 个字' : '请填写章节名称');
  return undefined;
};
