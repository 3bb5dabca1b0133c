import { drag, openStage, type Phone, type Stage } from './stage';

let stage: Stage;
let phone: Phone;

const find = (selector: string) => phone.page.locator(selector);
const text = (words: string) => phone.page.getByText(words, { exact: true });
const PANEL_MS = 400;

beforeAll(async () => {
  stage = await openStage();
  phone = await stage.open('/app.html#/pages/form/form');
  await text('提交').waitFor();
});

afterAll(() => stage.close());

test('an input shows what setData made of the typing', async () => {
  await phone.page.getByPlaceholder('姓名').pressSequentially('abC1');
  expect(await phone.texts('#echo')).toEqual(['ABC1']);
  expect(await phone.page.getByPlaceholder('姓名').inputValue()).toBe('ABC1');
});

test('model:value of an input goes both ways', async () => {
  await phone.page.getByPlaceholder('密码').fill('s3');
  await phone.page.waitForTimeout(50);
  expect(await phone.texts('#password')).toEqual(['s3']);
  expect(await phone.page.getByPlaceholder('密码').getAttribute('type')).toBe('password');
});

test('pickers for a list and for a date report what was confirmed', async () => {
  await find('#city').tap();
  await phone.page.waitForTimeout(PANEL_MS);
  await find('.mp-picker select').selectOption({ label: '广州' });
  await find('.mp-picker .mp-ok').click();
  await text('城市：广州').waitFor();
  await find('#date').tap();
  await phone.page.waitForTimeout(PANEL_MS);
  await find('.mp-picker input').fill('2026-05-06');
  await find('.mp-picker .mp-ok').click();
  await text('日期：2026-05-06').waitFor();
});

test('labels work their checkboxes, radios and switches toggle', async () => {
  await text('后端').tap();
  await text('设计').tap();
  expect(await phone.texts('#likes')).toEqual(['后端+设计']);
  await find('#female').tap();
  await find('#vip').tap();
  expect(await phone.data('vip')).toBe(true);
});

test('a form gathers the values of its named fields', async () => {
  await find('#bio textarea').fill('你好\n世界');
  await find('#submit').tap();
  await phone.page.waitForTimeout(100);
  expect(JSON.parse(await phone.data('out'))).toEqual({
    name: 'ABC1',
    password: 's3',
    bio: '你好\n世界',
    city: 2,
    likes: ['后端', '设计'],
    sex: 'f',
    vip: true,
    age: 20,
  });
});

test('a disabled button does nothing, a reset puts the first values back', async () => {
  await find('#disabled').click({ force: true });
  expect(await phone.data('out')).not.toBe('NEVER');
  await find('#reset').tap();
  expect(await phone.data('out')).toBe('reset');
  expect(await find('#bio textarea').inputValue()).toBe('');
  await find('#submit').tap();
  await phone.page.waitForTimeout(100);
  expect(JSON.parse(await phone.data('out'))).toMatchObject({ likes: [], sex: 'm', vip: false });
});

test('pulling a page down runs onPullDownRefresh', async () => {
  const mine = await stage.open('/app.html#/pages/mine/mine');
  await mine.page.getByText('你好，访客').waitFor();
  await drag(mine.page, { x: 150, y: 120 }, { x: 150, y: 420 });
  await mine.page.getByText('refreshed').waitFor();
});

test('nothing above left an error in the console', () => {
  expect(phone.errors).toEqual([]);
});
