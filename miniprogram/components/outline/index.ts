import type { OutlineChapter } from '../../lib/outline';

/** Chapters and lessons of a course; `open` fires with the lesson tapped. Without `owned`, all but free ones wear a lock. */
Component({
  properties: {
    chapters: { type: Array, value: [] as OutlineChapter[] },
    owned: { type: Boolean, value: false },
    current: { type: String, value: '' },
  },
  methods: {
    open({ currentTarget }: { currentTarget: { dataset: { lesson: string; free: boolean } } }) {
      const { lesson, free } = currentTarget.dataset;
      this.triggerEvent('open', { lessonId: lesson, free });
    },
  },
});
