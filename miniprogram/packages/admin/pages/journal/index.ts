import type { Chosen } from '../../../../components/filter-bar/index';
import type { EntryRow } from '../../../../../shared/books/contract';
import { listPage } from '../../../../lib/listPage';
import { emptyList } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { askMoney } from '../../askMoney';
import { ACCOUNTS, KINDS } from './filters';

/** What the journal is narrowed to; empty where it is not. */
type Narrowing = {
  kind: string;
  account: string;
  accountName: string;
  day: string;
  orderId: string;
};

/** Every movement of money, latest first: all of it, or what one account, order, day or kind saw. */
Page({
  ...listPage,

  data: {
    ...emptyList<EntryRow>(),
    kinds: KINDS,
    accounts: ACCOUNTS,
    kind: '',
    account: '',
    accountName: '',
    day: '',
    orderId: '',
    typed: '',
    narrowed: false,
  },

  onLoad({ account = '', accountName = '', day = '', orderId = '' }: Partial<Narrowing>) {
    const name = decodeURIComponent(accountName);
    this.setData({ account: decodeURIComponent(account), accountName: name, day, orderId });
    this.setData({ typed: orderId, narrowed: Boolean(account || day || orderId) });
  },

  fetch(cursor: string | undefined) {
    const { kind, account, day, orderId } = this.data;
    return askMoney('journal', {
      action: 'journal',
      cursor,
      ...(kind && { kind }),
      ...(account && { account }),
      ...(day && { day }),
      ...(orderId && { orderId }),
    });
  },

  narrow(change: Partial<Narrowing>) {
    const { account, day, orderId } = { ...this.data, ...change };
    const narrowed = Boolean(account || day || orderId);
    this.setData({ ...change, ...loading, typed: orderId, narrowed });
    void this.load();
  },

  onKindChange({ detail }: Chosen) {
    this.narrow({ kind: detail.value });
  },

  onAccountChange({ detail }: WechatMiniprogram.PickerChange) {
    const { account = '', name = '' } = ACCOUNTS[Number(detail.value)] ?? {};
    this.narrow({ account, accountName: account && name });
  },

  onDayChange({ detail }: WechatMiniprogram.PickerChange) {
    this.narrow({ day: String(detail.value) });
  },

  onOrderInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
  },

  onOrderSearch() {
    this.narrow({ orderId: this.data.typed.trim() });
  },

  onClear() {
    this.narrow({ account: '', accountName: '', day: '', orderId: '' });
  },
});
