import type { Refusal } from './call';

/** Shows a sentence for two seconds. */
export const say = (title: string): void => {
  void wx.showToast({ title, icon: 'none', duration: 2000 });
};

/** Shows why something failed. */
export const sayWhy = (refusal: Pick<Refusal, 'message'>): void => say(refusal.message);

type Words = {
  title?: string;
  yes?: string;
  no?: string;
  /** Begun while the person's tap still counts (framework/view/tap), and waited for. */
  onYes?: () => Promise<void>;
};

/** Asks before something that is hard to take back; false when the person thinks better of it. */
export const askFirst = (
  content: string,
  { title = '', yes = '确定', no = '取消', onYes }: Words = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    wx.showModal({
      title,
      content,
      confirmText: yes,
      cancelText: no,
      success: async ({ confirm }) => {
        if (confirm) await onYes?.();
        resolve(confirm);
      },
      fail: () => resolve(false),
    });
  });
