type Answer = (decision: { event: 'agree' | 'disagree'; buttonId?: string }) => void;

/** The answer WeChat waits for, by the component that asks. */
const answers = new WeakMap<object, Answer>();

/**
 * Asks for consent the first time a page uses something private, as WeChat requires of every mini-program
 * (wx.onNeedPrivacyAuthorization, base library 2.32.3). Put one on each page with such a button.
 */
Component({
  data: { asking: false },
  pageLifetimes: {
    // WeChat keeps one listener: the page that is seen must be the one that asks.
    show() {
      const ask = (answer: Answer): void => {
        answers.set(this, answer);
        this.setData({ asking: true });
      };
      // The typings know one argument, a result; the reference gives the answering function first.
      wx.onNeedPrivacyAuthorization?.(
        ask as unknown as WechatMiniprogram.OnNeedPrivacyAuthorizationCallback,
      );
    },
  },
  methods: {
    readStatement() {
      wx.openPrivacyContract({});
    },
    agree() {
      answers.get(this)?.({ event: 'agree', buttonId: 'agree-to-privacy' });
      this.setData({ asking: false });
    },
    decline() {
      answers.get(this)?.({ event: 'disagree' });
      this.setData({ asking: false });
    },
  },
});
