import { join } from 'node:path';
import { dataOf } from '../cloud';
import { openShop, until, type Shop } from './phone';

jest.setTimeout(180_000);

const MEDIA = join(__dirname, '../../scripts/seed/demo/media');

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('a teacher, inside the mini-program', () => {
  it('S17, S19, S25: makes a course, uploads a cover and a video, publishes, and learners find it', async () => {
    const phone = await shop.phone('oLocalTeacher', 'packages/teaching/pages/course-list/index');
    await phone.press('创建课程');
    await phone.fill('2 到 40 个字', '周末做一个小游戏');
    await phone.fill('0 为免费', '19.90');
    await phone.screen.locator('wx-picker').first().click();
    await phone.page.locator('.mp-picker, .mp-sheet').getByText('确定').click();
    const [chooser] = await Promise.all([
      phone.page.waitForEvent('filechooser'),
      phone.tap(/上传封面|选择封面|添加封面/),
    ]);
    await chooser.setFiles(join(MEDIA, 'typescript.jpg'));
    await phone.sees(/更换|重新上传|已上传/);
    await phone.press('创建课程');

    await phone.tap('课程目录');
    await phone.press('添加章节');
    await phone.page.locator('input:visible').last().fill('第一章');
    await phone.page
      .getByText(/^(确定|添加|保存)$/)
      .locator('visible=true')
      .last()
      .click();
    await phone.tap('添加课时');
    await phone.tap('视频');
    await phone.fill('这一节讲什么', '准备工作');
    const [video] = await Promise.all([
      phone.page.waitForEvent('filechooser'),
      phone.tap(/从相册|上传文件/),
    ]);
    await video.setFiles(join(MEDIA, 'illustration-1.mp4'));
    await phone.sees(/更换|重新上传|已上传/);
    await phone.picture('walk-8-upload');
    await phone.press('保存');
    await phone.sees('准备工作');

    await phone.page.goBack();
    await phone.press(/上架/);
    await phone.page
      .getByText(/^(上架|确定)$/)
      .locator('visible=true')
      .last()
      .click();
    const found = await until(
      async () =>
        dataOf(await shop.cloud.as('oAnyone').call('searchCourses', { keyword: '小游戏' })).items,
      (items) => items.length === 1,
    );
    expect(found[0]).toMatchObject({ price: 1990, lessonCount: 1, teacherName: '林知远' });
  });
});

describe('an admin, inside the mini-program', () => {
  it('S18: adds a category that learners can browse by', async () => {
    const phone = await shop.phone('oLocalAdmin', 'packages/admin/pages/shop/index');
    await phone.sees('店铺名称');
    await phone.picture('walk-9-shop');
    await phone.press('添加分类');
    await phone.fill('最多 12 个字', '音乐');
    await phone.press(/^\s*保存\s*$/);
    await until(
      async () =>
        dataOf(await shop.cloud.as('oAnyone').call('getHome')).categories.map(({ name }) => name),
      (names) => names.includes('音乐'),
    );
  });

  it('S15, D1: makes a learner a teacher, with a reason', async () => {
    dataOf(
      await shop.cloud
        .as('oFutureTeacher')
        .call('register', { requestId: 'r1', nickname: '新来的老师' }),
    );
    const phone = await shop.phone('oLocalAdmin', 'packages/admin/pages/users/index');
    await phone.tap('新来的老师');
    await phone.page
      .locator('[aria-role=radio], [role=radio]')
      .filter({ hasText: '讲师' })
      .locator('visible=true')
      .first()
      .click();
    await phone.page.locator('textarea:visible').fill('试讲通过');
    await phone.press('确认修改');
    await until(
      async () => dataOf(await shop.cloud.as('oFutureTeacher').call('getMe')).me?.role,
      (role) => role === 'teacher',
    );
  });

  it('S15: a learner who opens a staff page is told so and shown the way back', async () => {
    const phone = await shop.phone('oLocalLearner', 'packages/admin/pages/users/index');
    await phone.sees(/没有权限/);
    await phone.picture('walk-10-not-allowed');
  });
});
