import type { OrderRow } from '../../../../../shared/orders/contract';
import { minute } from '../../../../lib/format';
import { say } from '../../../../lib/say';

type Gift = NonNullable<OrderRow['gift']>;

const TITLES: Readonly<Record<Gift['state'], string>> = {
  unpaid: '付款后就能送出',
  waiting: '礼物准备好了',
  claimed: '礼物已被领取',
  returned: '礼物没有送出',
};

const noteOf = ({ state, expiresAt, claimedAt }: Gift): string => {
  if (state === 'waiting' && expiresAt) return `${minute(expiresAt)} 前有效，没人领取会自动退款`;
  if (state === 'claimed' && claimedAt) return `好友于 ${minute(claimedAt)} 领取`;
  return state === 'returned' ? '过期未领取，款项原路退回' : '';
};

/** A gift as its giver hands it on: its claim code while it waits, and what became of it. */
Component({
  properties: { gift: { type: Object, value: {} as Gift } },

  data: { title: '', note: '' },

  observers: {
    gift(gift: Gift) {
      this.setData({ title: TITLES[gift.state] ?? '', note: noteOf(gift) });
    },
  },

  methods: {
    async onCopyTap() {
      await wx.setClipboardData({ data: (this.data.gift as Gift).code ?? '' });
      say('领取码已复制');
    },
  },
});
