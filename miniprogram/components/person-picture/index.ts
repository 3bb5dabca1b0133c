/** A person's round picture; without one, or when it does not load, the first letter of the name. `size` in rpx. */
Component({
  properties: {
    image: { type: String, value: '' },
    name: { type: String, value: '' },
    size: { type: Number, value: 72 },
  },
  data: { broken: false, initial: '' },
  observers: {
    name(name: string) {
      this.setData({ initial: [...name][0] ?? '学' });
    },
    image() {
      this.setData({ broken: false });
    },
  },
  methods: {
    showInitial() {
      this.setData({ broken: true });
    },
  },
});
