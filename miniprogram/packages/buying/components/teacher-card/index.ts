/** Who teaches a course. */
Component({
  properties: { teacher: { type: Object, value: {} } },
});
