/** A sheet that comes up from the bottom over the page. Fires `close` when the person leaves it. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
  },
  methods: {
    close() {
      this.triggerEvent('close');
    },
  },
});
