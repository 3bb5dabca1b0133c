import { fen } from '../../../shared/money';
import { yuanParts } from '../../lib/format';

/** A price in fen, as `免费` or yuan with the fen set small; `struck` crosses it out. */
Component({
  properties: {
    price: { type: Number, value: 0 },
    size: { type: String, value: 'normal' },
    struck: { type: Boolean, value: false },
    /** Off where 0 is an amount, as in a refund. */
    freeWord: { type: Boolean, value: true },
  },
  data: { free: true, whole: '0', cents: '' },
  observers: {
    'price, freeWord'(price: number, freeWord: boolean) {
      this.setData({ free: price === 0 && freeWord, ...yuanParts(fen(price)) });
    },
  },
});
