import type { Role } from '../../../../../shared/accounts/roles';
import { call, type Answer } from '../../../../lib/call';
import { day } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';

type User = Answer<'manageUsers'>['items'][number];
type Row = User & { readonly joined: string };

const ROLES: readonly { readonly role: Role; readonly word: string; readonly may: string }[] = [
  { role: 'learner', word: '学员', may: '购买和学习课程' },
  { role: 'teacher', word: '讲师', may: '创建并售卖自己的课程' },
  { role: 'admin', word: '管理员', may: '管理店铺、用户和所有课程' },
];

const ROLE_LABELS: Readonly<Record<Role, { readonly word: string; readonly chip: string }>> = {
  learner: { word: '学员', chip: '' },
  teacher: { word: '讲师', chip: 'chip--success' },
  admin: { word: '管理员', chip: 'chip--brand' },
};

const NOBODY = { userId: '', nickname: '', role: 'learner' as Role };

/** Finds users and gives them a role, with a reason that is kept. Nobody changes their own. */
Page({
  ...listPage,

  data: {
    ...emptyList<Row>(),
    keyword: '',
    roles: ROLES,
    roleLabels: ROLE_LABELS,
    myId: '',
    sheetOpen: false,
    chosen: NOBODY,
    newRole: 'learner' as Role,
    saving: false,
  },

  onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    this.setData({ myId: detail.me.userId });
    void this.load();
  },

  async fetch(cursor: string | undefined) {
    const keyword = this.data.keyword.trim();
    const reply = await call('manageUsers', {
      action: 'find',
      cursor,
      ...(keyword && { keyword }),
    });
    return shownAs(reply, (user) => ({ ...user, joined: day(user.joinedAt) }));
  },

  onKeywordInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ keyword: detail.value });
  },

  onSearch() {
    void this.load();
  },

  onUserTap({ currentTarget }: Tap<{ index: number }>) {
    const user = this.data.items[currentTarget.dataset.index];
    if (!user) return;
    if (user.userId === this.data.myId) return say('不能修改自己的角色');
    const { userId, nickname, role } = user;
    this.setData({ sheetOpen: true, chosen: { userId, nickname, role }, newRole: role });
  },

  onRoleTap({ currentTarget }: Tap<{ role: Role }>) {
    this.setData({ newRole: currentTarget.dataset.role });
  },

  onSheetClose() {
    this.setData({ sheetOpen: false });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { chosen, newRole, saving } = this.data;
    if (saving) return;
    if (newRole === chosen.role) return say('请先选择新的角色');
    this.setData({ saving: true });
    const reply = await call('manageUsers', {
      action: 'setRole',
      userId: chosen.userId,
      role: newRole,
      reason: detail.reason,
    });
    this.setData({ saving: false });
    if (!reply.ok) return sayWhy(reply);
    this.setData({ sheetOpen: false });
    this.showRole(chosen.userId, newRole);
    say('角色已修改');
  },

  showRole(userId: string, role: Role) {
    const index = this.data.items.findIndex((user) => user.userId === userId);
    if (index >= 0) this.setData({ [`items[${index}].role`]: role });
  },
});
