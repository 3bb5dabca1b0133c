import { fen } from '../../../shared/money';
import { shortYuan, yuanParts } from '../../lib/format';

/**
 * A price in fen, as `免费` or yuan with the fen set small. `was`, where that is more, stands beside it crossed out;
 * `struck` crosses out the price itself.
 */
Component({
  properties: {
    price: { type: Number, value: 0 },
    was: { type: Number, value: 0 },
    size: { type: String, value: 'normal' },
    struck: { type: Boolean, value: false },
    /** Off where 0 is an amount, as in a refund. */
    freeWord: { type: Boolean, value: true },
  },
  data: { free: true, whole: '0', cents: '', wasYuan: '' },
  observers: {
    'price, was'(price: number, was: number) {
      this.setData({ wasYuan: was > price ? shortYuan(fen(was)) : '' });
    },
    'price, freeWord'(price: number, freeWord: boolean) {
      this.setData({ free: price === 0 && freeWord, ...yuanParts(fen(price)) });
    },
  },
});
