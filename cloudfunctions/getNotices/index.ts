import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { noticesOf, type Notice } from '../../server/notices/notices';
import { mapPage } from '../../server/paging';
import { getNotices as contract } from '../../shared/notices/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async ({ cursor }, { caller, db }) => {
    const notices = noticesOf(db);
    const { _id: userId } = userOf(caller);
    const page = await notices.pageOf(userId, cursor);

    const newest = page.items[0];
    const anyUnread = page.items.some(({ read }) => !read);
    if (!cursor && newest && anyUnread) await notices.markRead(userId, newest.at);
    return ok(mapPage(page, shown));
  },
});

const shown = ({ _id, title, body, page, read, at }: Notice) => ({
  noticeId: _id,
  title,
  body,
  read,
  at,
  ...(page && { page }),
});

export const main = live(handler);
