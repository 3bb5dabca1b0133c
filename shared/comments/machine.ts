import { defineMachine, type EventOf } from '../machine';

/**
 * The life of a comment. `pass` and `doubt` are the content check's word on an edited text,
 * `show` and `hide` an admin's, `withdraw` the author's.
 */
export const commentMachine = defineMachine({
  visible: { pass: 'visible', doubt: 'pending', hide: 'hidden', withdraw: 'deleted' },
  pending: {
    pass: 'visible',
    doubt: 'pending',
    show: 'visible',
    hide: 'hidden',
    withdraw: 'deleted',
  },
  hidden: { show: 'visible', withdraw: 'deleted' },
  deleted: {},
});

export type CommentStatus = (typeof commentMachine.states)[number];
export type CommentEvent = EventOf<typeof commentMachine>;
