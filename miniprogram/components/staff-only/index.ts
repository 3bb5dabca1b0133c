import type { Role } from '../../../shared/accounts/roles';
import { goBack } from '../../lib/navigate';
import { failed, ready } from '../../lib/pageState';
import { whoAmI } from '../../lib/session';

const ADMITTED: Record<string, readonly Role[]> = {
  user: ['learner', 'teacher', 'admin'],
  teacher: ['teacher', 'admin'],
  admin: ['admin'],
};

/**
 * Keeps a page for those it is for: `teacher` (admins too), `admin`, or `user` for all who are logged in. Fires `enter` with
 * `{me}` once the caller may stay, and shows everyone else a way back. The server refuses them in any case.
 */
Component({
  options: { virtualHost: true },
  properties: {
    for: { type: String, value: 'teacher' },
  },

  data: { place: 'page', ...ready },

  lifetimes: {
    attached() {
      void this.check();
    },
  },

  methods: {
    async check() {
      this.setData({ place: 'page' });
      const reply = await whoAmI();
      if (!reply.ok) {
        this.setData({ place: 'door', ...failed(reply) });
        return;
      }
      const { me } = reply.data;
      if (me && ADMITTED[this.data.for]?.includes(me.role)) this.triggerEvent('enter', { me });
      else this.setData({ place: 'door', ...ready });
    },

    onBackTap() {
      goBack();
    },
  },
});
