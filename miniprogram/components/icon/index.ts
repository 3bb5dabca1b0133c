/** A glyph in the colour of the text around it; a name without a glyph shows the general one. `size` in rpx. */
Component({
  options: { virtualHost: true },
  properties: {
    name: { type: String, value: 'app' },
    size: { type: Number, value: 0 },
  },
});
