/** Five stars, of an average the last one lit in part; with `editable`, a tap on one fires `choose` with its number. `size` in rpx. */
Component({
  properties: {
    stars: { type: Number, value: 0 },
    size: { type: Number, value: 28 },
    editable: { type: Boolean, value: false },
  },
  data: { numbers: [1, 2, 3, 4, 5] },
  methods: {
    choose({ currentTarget }: { currentTarget: { dataset: { stars: number } } }) {
      if (this.data.editable) this.triggerEvent('choose', { stars: currentTarget.dataset.stars });
    },
  },
});
