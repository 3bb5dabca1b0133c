import { openStage, type Phone, type Stage } from './stage';

let stage: Stage;
let phone: Phone;

/** Something on the page that is on screen; pages below it stay in the document. */
const shown = (selector: string) => phone.page.locator(`.mp-page:visible ${selector}`);
const seen = (text: string) => shown('').getByText(text, { exact: true }).first();
const depth = () => phone.page.evaluate<number>('getCurrentPages().length');

beforeAll(async () => {
  stage = await openStage();
  phone = await stage.open('/app.html');
  await seen('第 1 课').waitFor();
  await phone.page.waitForTimeout(200);
});

afterAll(() => stage.close());

test('app, page and components start in WeChat’s order', async () => {
  const log = (await phone.log()).filter((line) => !line.startsWith('card.attached'));
  expect(log.slice(0, 4)).toEqual([
    'app.onLaunch:pages/shop/shop',
    'app.onShow',
    'shop.onLoad:{}',
    'shop.onShow',
  ]);
  expect(log).toEqual(expect.arrayContaining(['shop.onReady', 'card.ready:c0', 'card.page.show']));
});

test('styles of the page stay out of an isolated component', async () => {
  expect(await phone.style('wx-course-card wx-view', 'borderTopWidth')).toBe('0px');
  expect(await phone.style('wx-course-card [class*="--price"]', 'color')).toBe('rgb(0, 128, 0)');
});

test('an external class carries the page’s style into a component', async () => {
  expect(await phone.style('wx-course-card wx-view', 'outlineStyle')).toBe('solid');
});

test('a virtual host leaves no node, takes app styles, and its events arrive', async () => {
  expect(await phone.page.locator('wx-chip').count()).toBe(0);
  await phone.page.getByText('virtual host').tap();
  expect(await phone.data('toggled')).toBe(true);
  expect(await phone.style('.chip', 'backgroundColor')).toBe('rgb(221, 238, 255)');
  expect(await phone.style('.chip .price', 'color')).toBe('rgb(227, 77, 89)');
});

test('a behavior brings methods and properties, and catch:tap stops the card from opening', async () => {
  await shown('').getByText('赞 0').first().tap();
  await seen('赞 2').waitFor();
  expect(await depth()).toBe(1);
});

test('typing in t-search filters the list', async () => {
  const search = phone.page.getByPlaceholder('搜索课程');
  await search.fill('第 12');
  await phone.page.getByText('共 1 门').waitFor();
  await search.fill('没有这门');
  await phone.page.getByText('没有课程').waitFor();
  await search.fill('');
  await phone.page.getByText('共 12 门').waitFor();
});

test('a tap hands over the dataset of the item tapped', async () => {
  await shown('.tag').getByText('进阶').tap();
  await phone.page.getByText('共 6 门').waitFor();
  await shown('.tag').getByText('全部').tap();
});

test('a swiper that was dragged reports its item', async () => {
  await phone.page.evaluate(
    `(() => { const track = document.querySelector('.swiper-track'); track.scrollTo({ left: track.clientWidth }); })()`,
  );
  await phone.page.waitForTimeout(400);
  expect(await phone.data('current')).toBe(1);
});

test('a scroll-view tells when its end comes near', async () => {
  await phone.page.evaluate(`document.querySelector('.tags').scrollLeft = 9999`);
  await phone.page.waitForTimeout(200);
  expect(await phone.log()).toContain('tags.lower');
});

test('selectComponent gives a component whose methods run', async () => {
  const said = `getCurrentPages()[0].selectComponent('#card-c1').hello('x')`;
  expect(await phone.page.evaluate(said)).toBe('hello x from c1');
});

test('scrolling to the end reaches the bottom', async () => {
  await phone.page.evaluate(`document.querySelector('.mp-scroller').scrollTop = 99999`);
  await phone.page.waitForTimeout(200);
  expect(await phone.log()).toContain('shop.onReachBottom');
  await phone.page.evaluate(`document.querySelector('.mp-scroller').scrollTop = 0`);
});

test('a button shares what onShareAppMessage answers', async () => {
  await shown('#share').tap();
  const card = phone.page.getByRole('dialog', { name: '转发' });
  await card.getByText('分享自 button').waitFor();
  await card.getByText('#/pages/detail/detail?id=c3').waitFor();
  await card.getByRole('button', { name: '关闭' }).click();
});

test('a page opens by a relative url with its query, title and event channel', async () => {
  await phone.page.getByText('第 2 课').tap();
  await shown('.heading').waitFor();
  expect(await shown('.mp-title').innerText()).toBe('第 2 课');
  expect(await phone.data('price')).toBe('¥9.9');
  expect(await phone.data('query')).toBe('{"id":"c1","t":"中 文&"}{"a":1}');
  expect(await phone.log()).toEqual(expect.arrayContaining(['shop.onHide', 'card.page.hide']));
});

test('rich text keeps what is harmless and translates rpx', async () => {
  expect(await shown('.rich script').count()).toBe(0);
  expect(await phone.style('.mp-page:not([hidden]) .rich p', 'width')).toBe('50px');
});

test('t-rate, t-tabs, t-cell and t-toast work together', async () => {
  await shown('.t-rate__icon').nth(4).tap();
  await seen('目录').tap();
  await seen('02 云函数').tap();
  await phone.page.getByText('章节 1').waitFor();
  expect(await phone.data('rate')).toBe(5);
  expect(await phone.data('tab')).toBe('1');
});

test('a comment is typed and sent', async () => {
  await seen('评论').tap();
  await phone.page.getByPlaceholder('写点什么').fill('不错');
  await phone.page.getByText('发送').tap();
  await phone.page.getByText('不错', { exact: true }).waitFor();
  expect(await phone.page.getByPlaceholder('写点什么').inputValue()).toBe('');
});

test('a popup leads through a cloud function to a dialog', async () => {
  await phone.page.getByText('立即购买').tap();
  await phone.page.getByText('确认订单').waitFor();
  await phone.page.waitForTimeout(400);
  await seen('支付').tap();
  await phone.page.getByText('现在可以观看').waitFor();
  await phone.page.waitForTimeout(400);
  await phone.page.getByText('知道了').tap();
  await phone.page.getByText('已购买').waitFor();
  expect(JSON.parse(await phone.data('query'))).toEqual({ said: '谢谢', openid: 'oLocalLearner' });
});

test('a video plays and tells where it is', async () => {
  await phone.page.evaluate(
    `(() => { document.querySelector('.mp-page:not([hidden]) video').muted = true; wx.createVideoContext('clip').play(); })()`,
  );
  await phone.page.waitForTimeout(1000);
  expect(await phone.data('time')).toBeGreaterThan(0);
});

test('the back button returns, closes the page and shows the one below', async () => {
  await shown('.mp-back').click();
  await seen('第 1 课').waitFor();
  expect(await phone.log()).toContain('bought:c1');
  expect((await phone.log()).filter((line) => line === 'shop.onShow')).toHaveLength(2);
  expect(await phone.page.evaluate(`wx.getStorageSync('left')`)).toBe('第 2 课');
  expect(phone.page.url()).toMatch(/#\/pages\/shop\/shop$/);
});

test('the browser’s own back button pops the page', async () => {
  await phone.page.getByText('第 3 课').tap();
  await shown('.heading').waitFor();
  await phone.page.goBack();
  await seen('第 1 课').waitFor();
  expect(await depth()).toBe(1);
});

test('going back closes what lies over a page, and the page stays', async () => {
  await phone.page.getByText('第 3 课').tap();
  await shown('.heading').waitFor();
  await phone.page.evaluate(`void wx.showModal({ title: '确定吗' })
    .then(({ cancel }) => { window.modalCancelled = cancel; })`);
  await phone.page.getByText('确定吗').waitFor();
  await phone.page.goBack();
  await phone.page.waitForFunction(`window.modalCancelled === true`);
  expect(await phone.page.getByText('确定吗').count()).toBe(0);
  expect(await depth()).toBe(2);
  await phone.page.goBack();
  await seen('第 1 课').waitFor();
  expect(await depth()).toBe(1);
});

test('a page may ask before the person leaves it', async () => {
  await phone.page.getByText('第 3 课').tap();
  await shown('.heading').waitFor();
  await phone.page.evaluate(`wx.enableAlertBeforeUnload({ message: '还没保存' })`);
  await phone.page.goBack();
  await phone.page.getByText('还没保存').waitFor();
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '取消' }).click();
  expect(await depth()).toBe(2);
  await shown('.mp-back').click();
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '确定' }).click();
  await seen('第 1 课').waitFor();
  expect(await depth()).toBe(1);
});

test('tabs keep their pages alive', async () => {
  await phone.page.getByRole('tab', { name: '我的' }).click();
  await seen('你好，访客').waitFor();
  await phone.page.getByRole('tab', { name: '课程' }).click();
  expect(await phone.data('toggled')).toBe(true);
  expect(await phone.log()).toContain('shop.onTabItemTap:课程');
  await phone.page.evaluate(`wx.setTabBarBadge({ index: 1, text: '3' })`);
  await phone.page.getByRole('tab', { name: '我的' }).getByText('3').click();
});

test('selector queries measure the page, and vh means the page’s height', async () => {
  await phone.page.waitForTimeout(100);
  expect(await phone.data('rect')).toBe('150,0');
  const height = 667 - 44 - 50;
  expect(Number.parseFloat(await phone.style('.tall', 'height'))).toBeCloseTo(height / 10, 0);
});

test('dialogs, menus and toasts answer as in WeChat', async () => {
  await shown('#modal').tap();
  await phone.page.getByText('确认删除？').waitFor();
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '确定' }).click();
  await seen('modal:true').waitFor();
  await shown('#sheet').tap();
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '乙' }).click();
  await seen('sheet:1').waitFor();
  await shown('#sheet').tap();
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '取消' }).click();
  await seen('showActionSheet:fail cancel').waitFor();
  await shown('#toast').tap();
  await phone.page.getByRole('status').getByText('成功').waitFor();
});

test('nothing above left an error in the console', () => {
  expect(phone.errors).toEqual([]);
});

test('a link opens its page directly, with a way home', async () => {
  const linked = await stage.open('/app.html#/pages/detail/detail?id=c5');
  await linked.page.getByText('第 6 课').first().waitFor();
  await linked.page.getByRole('button', { name: '首页' }).click();
  await linked.page.getByText('第 1 课').waitFor();
  await linked.page.context().close();
});

test('a mouse works like a finger', async () => {
  const desk = await stage.open('/app.html', { hasTouch: false, isMobile: false });
  await desk.page.getByText('第 2 课').click();
  await desk.page.getByText('立即购买').click();
  await desk.page.getByText('确认订单').waitFor();
  await desk.page.context().close();
});
