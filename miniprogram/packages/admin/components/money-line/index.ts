import { signedYuan } from '../../moneyWords';

/** An amount in fen with what it is; with `arrow` it leads somewhere. */
Component({
  properties: {
    name: { type: String, value: '' },
    hint: { type: String, value: '' },
    fen: { type: Number, value: 0 },
    strong: { type: Boolean, value: false },
    arrow: { type: Boolean, value: false },
    /** Which way the arrow points: `right` to another page, `down` and `up` where it opens on the spot. */
    to: { type: String, value: 'right' },
  },
  data: { amount: '' },
  observers: {
    fen(fen: number) {
      this.setData({ amount: signedYuan(fen) });
    },
  },
});
