/**
 * What stands in the place of a page's content until there is some. `status` is `loading` (shows the
 * slot `skeleton`), `failed` (the message and a button that fires `retry`) or `ready` (the default slot;
 * or, when `empty`, a sentence and a button that fires `action`).
 */
Component({
  options: { multipleSlots: true },
  properties: {
    status: { type: String, value: 'loading' },
    message: { type: String, value: '' },
    empty: { type: Boolean, value: false },
    emptyIcon: { type: String, value: 'file' },
    emptyText: { type: String, value: '这里还没有内容' },
    emptyAction: { type: String, value: '' },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    act() {
      this.triggerEvent('action');
    },
  },
});
