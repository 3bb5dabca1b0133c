import { join } from 'node:path';
import { drag, FIXTURE, openStage, type Phone, type Stage } from './stage';

const ANIMATION_MS = 500;

let stage: Stage;
let phone: Phone;

const text = (words: string) => phone.page.getByText(words, { exact: true }).last();
const settle = () => phone.page.waitForTimeout(ANIMATION_MS);
const out = async () => {
  await phone.page.waitForTimeout(150);
  return phone.data<string>('out');
};

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

describe('TDesign, first page', () => {
  beforeAll(async () => {
    phone = await stage.open('/app.html#/pages/gallery/gallery');
    await text('页脚').waitFor();
    await settle();
  });

  test('switch, stepper, radio, checkbox and textarea report values', async () => {
    await phone.page.locator('.t-switch').tap();
    await phone.page.locator('.t-stepper__plus').tap();
    await text('单选 B').tap();
    await text('多选 2').tap();
    await phone.page.getByPlaceholder('多行').fill('你好');
    expect(await phone.data('on')).toBe(true);
    expect(await phone.data('steps')).toBe(4);
    expect(await phone.data('radio')).toBe('b');
    expect(await phone.data('checked')).toEqual(['1', '2']);
    expect(await phone.data('bio')).toBe('你好');
  });

  test('a collapse panel opens', async () => {
    await text('折叠面板').tap();
    await settle();
    expect(await phone.data('open')).toEqual(['1']);
    expect((await text('面板内容').boundingBox())!.height).toBeGreaterThan(0);
  });

  test('a dropdown menu chooses', async () => {
    await phone.page.getByText('全部课程').first().tap();
    await settle();
    await text('最新').tap();
    await settle();
    expect(await phone.data('sort')).toBe('b');
  });

  test('a slider follows the finger', async () => {
    const bar = (await phone.page.locator('.t-slider__bar').first().boundingBox())!;
    await phone.page.touchscreen.tap(bar.x + bar.width * 0.8, bar.y + 2);
    await phone.page.waitForTimeout(100);
    expect(await phone.data('slide')).toBeGreaterThan(60);
  });

  test('a swipe cell opens under its WXS touch handlers', async () => {
    const cell = text('左滑删除');
    await cell.scrollIntoViewIfNeeded();
    const { y, height } = (await cell.boundingBox())!;
    const middle = y + height / 2;
    await drag(phone.page, { x: 300, y: middle }, { x: 160, y: middle });
    await settle();
    await phone.page.locator('.remove').tap();
    expect(await out()).toBe('removed');
  });

  test('picker and date picker confirm their values', async () => {
    await text('picker').tap();
    await settle();
    await text('确认').tap();
    expect(await out()).toBe('picked:bj');
    await settle();
    await text('date').tap();
    await settle();
    await phone.page.locator('.t-picker__confirm:visible').last().tap();
    expect(await out()).toBe('date:2026-01-15');
  });

  test('action sheet, message and dialog are called from code', async () => {
    await settle();
    await text('sheet').tap();
    await settle();
    await text('选项二').tap();
    expect(await out()).toBe('sheet:1');
    await settle();
    await text('dialog').tap();
    await text('函数式弹窗').waitFor();
    await settle();
    await text('好').tap();
    expect(await out()).toBe('dialog:yes');
    await text('message').tap();
    await text('消息通知').waitFor();
  });

  test('a calendar picks a day', async () => {
    await settle();
    await text('calendar').tap();
    await settle();
    const days = phone.page.locator('.t-calendar__dates-item:visible');
    await days.getByText('20', { exact: true }).first().tap();
    await text('确认').tap();
    expect(await out()).toMatch(/^day:\d+/);
  });

  test('a form validates', async () => {
    const submit = `getCurrentPages()[0].selectComponent('#form').submit()`;
    await phone.page.evaluate(submit);
    expect(await out()).toMatch(/必填/);
    await phone.page.getByPlaceholder('手机号').fill('138');
    await phone.page.evaluate(submit);
    expect(await out()).toBe('form:true');
  });

  test('a table shows its rows though a property is called data', async () => {
    await text('9.9').waitFor();
  });

  test('icons are drawn from local files', async () => {
    const mask = `getComputedStyle(document.querySelector('.t-notice-bar [class*="t-icon-sound"]'), '::before').maskImage`;
    expect(await phone.page.evaluate(mask)).toContain('/__td-icon/sound.svg');
    const icon = await fetch(`${stage.cloud.url}/__td-icon/sound.svg`);
    expect(await icon.text()).toContain('viewBox=');
  });

  test('nothing above left an error in the console', () => {
    expect(phone.errors).toEqual([]);
  });
});

describe('TDesign, second page', () => {
  beforeAll(async () => {
    phone = await stage.open('/app.html#/pages/gallery-more/gallery-more');
    await text('吸顶').waitFor();
    await settle();
  });

  test('a page may draw its own navigation bar', async () => {
    await phone.page.getByRole('button', { name: '返回' }).last().tap();
    expect(await out()).toBe('back');
  });

  test('upload opens the file chooser', async () => {
    const [chooser] = await Promise.all([
      phone.page.waitForEvent('filechooser'),
      phone.page.locator('.t-upload__add-icon, .t-upload__wrapper').last().tap(),
    ]);
    await chooser.setFiles(join(FIXTURE, 'miniprogram/images/cover.png'));
    await settle();
    expect(await out()).toBe('files:1');
  });

  test('drawer, cascader and image viewer open, choose and close', async () => {
    await text('drawer').tap();
    await settle();
    await text('菜单二').tap();
    expect(await out()).toBe('item:1');
    await settle();
    await text('cascader').tap();
    await settle();
    await phone.page.locator('.t-cascader').getByText('后端').tap();
    await settle();
    await phone.page.locator('.t-cascader').getByText('Node').tap();
    expect(await out()).toBe('category:21');
    await settle();
    await text('viewer').tap();
    await settle();
    await phone.page.locator('.t-image-viewer__nav-close').tap();
    expect(await out()).toBe('viewer closed');
  });

  test('a popover closes when one taps elsewhere', async () => {
    await text('popover').tap();
    await text('气泡内容').waitFor();
    await settle();
    await phone.page.touchscreen.tap(200, 600);
    await text('气泡内容').waitFor({ state: 'hidden' });
  });

  test('tree select and fab report', async () => {
    await phone.page.locator('.t-tree-select').getByText('小程序').tap();
    expect(await out()).toBe('tree:1,12');
    await text('发布').tap();
    expect(await out()).toBe('fab');
  });

  test('pulling down refreshes', async () => {
    await drag(phone.page, { x: 150, y: 250 }, { x: 150, y: 460 });
    await settle();
    expect(await out()).toBe('refresh');
  });

  test('nothing above left an error in the console', () => {
    expect(phone.errors).toEqual([]);
  });
});
