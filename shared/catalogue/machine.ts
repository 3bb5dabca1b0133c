import { defineMachine } from '../machine';

/** A course's life. Nothing is ever deleted: whoever bought a retired or removed course keeps it. */
export const courseMachine = defineMachine({
  draft: { publish: 'published', remove: 'removed' },
  published: { retire: 'retired', remove: 'removed' },
  retired: { publish: 'published', remove: 'removed' },
  removed: {},
});
