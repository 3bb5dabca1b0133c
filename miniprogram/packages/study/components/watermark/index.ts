/** Faint text over a lesson, so that a copy can be traced to the one it was shown to. Takes no taps. */
Component({
  properties: { text: { type: String, value: '' } },
  data: { places: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
});
