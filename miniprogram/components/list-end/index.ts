/** What stands below a list that comes in parts: that more is on its way, or that this was all. */
Component({
  options: { virtualHost: true },
  properties: {
    loading: { type: Boolean, value: false },
    /** The cursor of the following part; empty at the end. */
    next: { type: String, value: '' },
  },
});
