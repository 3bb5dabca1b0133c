import { openidOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { record } from '../../server/events/events';
import { witness } from '../../server/events/witness';
import { live } from '../../server/live';
import { recordEvents as contract } from '../../shared/events/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  limit: { calls: 60, minutes: 1 },

  run: async ({ events }, context) => {
    const { caller, db, ids } = context;
    const openid = openidOf(caller);
    const recorded = await Promise.all(
      events.map(({ eventId, at, ...event }) =>
        record(db, {
          // Of this person, so that nobody's event can be taken for another's.
          eventId: ids.derived('evt', openid, eventId),
          clientAt: at,
          ...event,
          ...witness(context),
        }),
      ),
    );
    return ok({ recorded: recorded.filter(Boolean).length });
  },
});

export const main = live(handler);
