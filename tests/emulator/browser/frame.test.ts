import { openStage, type Phone, type Stage } from './stage';

const DESK = { viewport: { width: 1200, height: 920 }, hasTouch: false, isMobile: false };

let stage: Stage;
let phone: Phone;

const app = () => phone.page.frameLocator('iframe');
const platform = () => phone.page.evaluate('frames[0].wx.getDeviceInfo().platform');

beforeAll(async () => {
  stage = await openStage();
  phone = await stage.open('/', DESK);
  await app().getByText('第 1 课').waitFor();
});

afterAll(() => stage.close());

test('the frame shows the app below a status bar, as the first person', async () => {
  expect(await phone.page.evaluate('frames[0].wx.getWindowInfo().statusBarHeight')).toBe(47);
  expect(await phone.page.evaluate('frames[0].phone.openid')).toBe('oLocalLearner');
});

test('switching the person relaunches the app as that person', async () => {
  await phone.page.getByRole('radio', { name: '讲师' }).click();
  await app().getByText('第 1 课').waitFor();
  expect(await phone.page.evaluate('frames[0].phone.openid')).toBe('oLocalTeacher');
  await phone.page.getByRole('radio', { name: '新访客' }).click();
  await app().getByText('第 1 课').waitFor();
  expect(await phone.page.evaluate('frames[0].phone.openid')).toMatch(/^oVisitor[a-z]{16}$/);
});

test('the platform can be switched, and the network cut', async () => {
  await phone.page.getByRole('radio', { name: 'Android' }).click();
  await app().getByText('第 1 课').waitFor();
  expect(await platform()).toBe('android');
  await phone.page.getByText('断网').click();
  const call = `frames[0].wx.cloud.callFunction({ name: 'echo' }).then(() => 'ok', () => 'failed')`;
  expect(await phone.page.evaluate(call)).toBe('failed');
  await phone.page.getByText('断网').click();
  expect(await phone.page.evaluate(call)).toBe('ok');
});

test('the address of the page on screen is kept, and a reload stays there', async () => {
  await app().getByText('第 2 课').click();
  await phone.page.getByRole('link', { name: '/pages/detail/detail?id=c1' }).waitFor();
  await phone.page.reload();
  await app().getByText('立即购买').waitFor();
});

test('a real phone gets the bare app', async () => {
  const real = await stage.open('/#/pages/detail/detail?id=c1');
  await real.page.getByText('立即购买').waitFor();
  expect(new URL(real.page.url()).pathname).toBe('/app.html');
});

test('nothing above left an error in the console', () => {
  expect(phone.errors).toEqual([]);
});
