import type { Refusal } from './call';

/** Shows a sentence for two seconds. */
export const say = (title: string): void => {
  void wx.showToast({ title, icon: 'none', duration: 2000 });
};

/** Shows why something failed. */
export const sayWhy = (refusal: Pick<Refusal, 'message'>): void => say(refusal.message);

/** Asks before something that is hard to take back; false when the person thinks better of it. */
export const askFirst = async (
  content: string,
  words: { title?: string; yes?: string; no?: string } = {},
): Promise<boolean> => {
  const { title = '', yes = '确定', no = '取消' } = words;
  const answer = await wx.showModal({ title, content, confirmText: yes, cancelText: no });
  return answer.confirm;
};
