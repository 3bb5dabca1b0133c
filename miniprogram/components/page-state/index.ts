import { goBack } from '../../lib/navigate';
import type { WayOn } from '../../lib/pageState';
import { requireLogin } from '../../lib/session';

/** What WeChat tells of the network; its typings want one listener to fit both on and off. */
type Connection = { readonly isConnected?: boolean; readonly errMsg?: string };

const BUTTONS: Record<WayOn, string> = {
  retry: '重新加载',
  reconnect: '重新加载',
  login: '微信一键登录',
  leave: '返回',
};

const listeners = new WeakMap<object, (connection: Connection) => void>();

/**
 * What stands in the place of a page's content until there is some. `status` is `loading` (shows the
 * slot `skeleton`), `failed` (the message and the `way` on, which fires `retry` unless it leaves) or `ready`
 * (the default slot; or, when `empty`, a sentence and a button that fires `action`).
 */
Component({
  options: { multipleSlots: true },
  properties: {
    status: { type: String, value: 'loading' },
    message: { type: String, value: '' },
    way: { type: String, value: 'retry' },
    empty: { type: Boolean, value: false },
    emptyIcon: { type: String, value: 'file' },
    emptyText: { type: String, value: '这里还没有内容' },
    emptyAction: { type: String, value: '' },
  },
  data: { buttons: BUTTONS },
  lifetimes: {
    attached() {
      const listener = ({ isConnected }: Connection) => {
        if (isConnected) this.reconnected();
      };
      listeners.set(this, listener);
      wx.onNetworkStatusChange(listener);
    },
    detached() {
      const listener = listeners.get(this);
      if (listener) wx.offNetworkStatusChange(listener);
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    reconnected() {
      if (this.data.status === 'failed' && this.data.way === 'reconnect') this.retry();
    },
    async goOn() {
      const { way } = this.data;
      if (way === 'leave') return goBack();
      if (way !== 'login' || (await requireLogin())) this.retry();
    },
    act() {
      this.triggerEvent('action');
    },
  },
});
