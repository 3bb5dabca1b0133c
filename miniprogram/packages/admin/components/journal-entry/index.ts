import type { EntryRow } from '../../../../../shared/books/contract';
import { minute } from '../../../../lib/format';
import { openPage, pages } from '../../../../lib/navigate';
import { ENTRY_REASONS } from '../../entryWords';
import { signedYuan } from '../../moneyWords';

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

/** A period of a membership and who gets what of it, by minutes; empty for other entries. */
const divisionView = ({ division }: EntryRow) =>
  division && {
    period: `${minute(division.from)} 至 ${minute(division.until)}`,
    parts: [
      ...division.parts.map(({ teacherId, nickname, minutes, fen }) => ({
        key: teacherId,
        name: nickname || teacherId,
        minutes: `${minutes} 分钟`,
        amount: signedYuan(fen),
      })),
      { key: '', name: '平台', minutes: '', amount: signedYuan(division.platform) },
    ],
  };

/** An entry in words: each line on its side, and what all of them sum to. */
const entryView = (entry: EntryRow) => {
  const amounts = entry.lines.map((line) => line.fen);
  const sum = sumOf(amounts);
  return {
    orderId: entry.orderId ?? '',
    name: entry.name,
    when: minute(entry.at),
    reason: ENTRY_REASONS[entry.kind]?.reason ?? '',
    total: signedYuan(sumOf(amounts.filter((amount) => amount > 0))),
    sum: signedYuan(sum),
    balanced: sum === 0,
    division: divisionView(entry) ?? null,
    lines: entry.lines.map(({ account, name, fen }) => ({
      account,
      name,
      side: fen < 0 ? '贷' : '借',
      amount: signedYuan(Math.abs(fen)),
    })),
  };
};

/** An entry of the journal; a tap opens its lines. `alone` where the order it belongs to is known already. */
Component({
  properties: {
    entry: { type: Object, value: {} as EntryRow },
    alone: { type: Boolean, value: false },
  },

  data: { shown: null as ReturnType<typeof entryView> | null, open: false },

  observers: {
    entry(entry: EntryRow) {
      if (entry.lines) this.setData({ shown: entryView(entry) });
    },
  },

  methods: {
    onToggle() {
      this.setData({ open: !this.data.open });
    },

    onOrderTap() {
      openPage(pages.orderFile, { orderId: this.data.shown?.orderId });
    },
  },
});
