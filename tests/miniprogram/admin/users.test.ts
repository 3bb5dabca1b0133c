import { given, openPage, signedIn, type Answers } from '../openPage';

const user = (userId: string, role: string) => ({ userId, role, nickname: userId, joinedAt: 0 });

const answers: Answers = {
  getMe: signedIn('admin', { userId: 'usr_owner' }),
  manageUsers: ({ action, userId, role }) =>
    given({
      items:
        action === 'find'
          ? [user('usr_owner', 'admin'), user('usr_lin', 'learner')]
          : [user(String(userId), String(role))],
    }),
};

const open = () => openPage('packages/admin/pages/users', { answers });

const granted = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.filter(({ data }) => data['action'] === 'setRole').map(({ data }) => data);

const TEACHER = 1;

describe('giving a user a role (S17, D1)', () => {
  it('needs a reason, and sends it along', async () => {
    const page = await open();
    await page.tap('.entry', 1);
    await page.tap('.role', TEACHER);

    await page.part('#role').tap('.btn--block');
    expect(granted(page)).toEqual([]);
    expect(page.text()).toContain('请写明原因');

    await page.part('#role').fire('.field__area', 'input', { value: '已签讲师协议' });
    await page.part('#role').tap('.btn--block');
    expect(granted(page)).toEqual([
      { action: 'setRole', userId: 'usr_lin', role: 'teacher', reason: '已签讲师协议' },
    ]);
  });

  it('shows the new role at once', async () => {
    const page = await open();
    await page.tap('.entry', 1);
    await page.tap('.role', TEACHER);
    await page.part('#role').fire('.field__area', 'input', { value: '已签讲师协议' });
    await page.part('#role').tap('.btn--block');

    expect(page.data['items']).toMatchObject([{ role: 'admin' }, { role: 'teacher' }]);
    expect(page.data['sheetOpen']).toBe(false);
  });

  it('leaves admins their own role', async () => {
    const page = await open();

    await page.tap('.entry', 0);

    expect(page.data['sheetOpen']).toBe(false);
    expect(page.told).toContain('不能修改自己的角色');
  });
});
