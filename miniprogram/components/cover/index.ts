const TINTS = 5;

/** A number that stays the same for the same text, so that a course keeps its colour. */
const tintOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % TINTS;

/** A course's picture; without one, or when it does not load, its title on a colour of its own. */
Component({
  properties: {
    image: { type: String, value: '' },
    title: { type: String, value: '' },
    lazy: { type: Boolean, value: true },
  },
  data: { broken: false, tint: 0 },
  observers: {
    title(title: string) {
      this.setData({ tint: tintOf(title) });
    },
    image() {
      this.setData({ broken: false });
    },
  },
  methods: {
    showTitle() {
      this.setData({ broken: true });
    },
  },
});
