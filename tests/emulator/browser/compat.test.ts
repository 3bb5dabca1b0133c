import { openStage, type Phone, type Stage } from './stage';

let stage: Stage;
let phone: Phone;

const events = () => phone.data<string[]>('events');
const newEvents = async (act: () => Promise<unknown>) => {
  const before = (await events()).length;
  await act();
  return (await events()).slice(before);
};

beforeAll(async () => {
  stage = await openStage();
  phone = await stage.open('/app.html#/package/pages/compat/compat?id=9&number=7');
  await phone.page.locator('#branch').waitFor();
  await phone.page.waitForTimeout(200);
});

afterAll(() => stage.close());

test('a page made with Component() gets its query as properties, and its lifecycle in order', async () => {
  expect(await events()).toEqual([
    'attached',
    'onLoad:{"id":"9","number":"7"}:9:7',
    'onShow',
    'pageLifetimes.show',
    'ready',
    'onReady',
  ]);
});

test('templates are chosen by name, imported, included and given spread data', async () => {
  expect(await phone.texts('.kind')).toEqual(['first 3 5']);
  expect(await phone.texts('.included')).toEqual(['included 1']);
  await phone.setData({ kind: 'second' });
  expect(await phone.texts('.kind')).toEqual(['second']);
});

test('relations link and unlink as items come and go', async () => {
  expect(await phone.texts('[class*="--count"]')).toEqual(['2']);
  await phone.setData({
    items: [
      { id: 1, v: 10 },
      { id: 2, v: 20 },
      { id: 3, v: 30 },
    ],
  });
  expect(await phone.texts('[class*="--count"]')).toEqual(['3']);
});

test('named slots are filled, pure data stays out of the template, observers may setData', async () => {
  expect(await phone.texts('.head')).toEqual(['HEAD']);
  expect((await phone.texts('wx-rel-list .item')).slice(0, 2)).toEqual(['10/t10/', '20/t20/']);
});

test('styles of the page reach a component with shared isolation', async () => {
  expect(await phone.style('wx-rel-list .item', 'color')).toBe('rgb(4, 5, 6)');
});

test('a property observer hears the new and the old value', async () => {
  await phone.setData({ 'items[0].v': 11 });
  expect(await phone.log()).toContain('v 10->11');
});

test('observers hear deep paths and wildcards', async () => {
  const seen = await phone.page.evaluate(`(() => {
    const item = document.querySelector('#i1').__wxElement.getMethodCaller();
    item.setData({ 'a.b[0].c': 2 });
    return item.data.seen;
  })()`);
  expect(seen).toEqual(expect.arrayContaining(['c=2', 'a={"b":[{"c":2}]}']));
});

test('a component may decide what selectComponent returns', async () => {
  expect(await phone.page.evaluate(`getCurrentPages()[0].selectComponent('#i2')`)).toEqual({
    exported: 20,
  });
});

test('selectAllComponents finds all', async () => {
  expect(
    await phone.page.evaluate(`getCurrentPages()[0].selectAllComponents('.related').length`),
  ).toBe(3);
});

test('model: binds a component property both ways', async () => {
  await phone.page.evaluate(
    `document.querySelector('#i1').__wxElement.getMethodCaller().say('from the child')`,
  );
  expect(await phone.texts('#word')).toEqual(['from the child']);
});

test('generics take the component they are given, or their default', async () => {
  const [given, fallback] = await phone.texts('wx-generic-host');
  expect(given).toMatch(/0\/t0/);
  expect(fallback).toMatch(/virtual host/);
});

test(':host styles the component itself', async () => {
  expect(await phone.style('wx-generic-host', 'borderTopWidth')).toBe('3px');
  expect(await phone.style('wx-rel-item', 'paddingTop')).toBe('7px');
});

test('wx:for walks objects; if, elif, else and hidden follow data', async () => {
  expect(await phone.texts('.pair')).toEqual(['a=1', 'b=2']);
  expect(await phone.texts('#branch')).toEqual(['one']);
  expect(await phone.page.locator('#hidden').isVisible()).toBe(false);
  await phone.setData({ choice: 2 });
  expect(await phone.texts('#branch')).toEqual(['two']);
  expect(await phone.page.locator('#hidden').isVisible()).toBe(true);
  await phone.setData({ choice: 3 });
  expect(await phone.texts('#branch')).toEqual(['else']);
});

test('bind bubbles, catch stops, mut-bind lets others run; marks and datasets arrive', async () => {
  const heard = await newEvents(async () => {
    for (const id of ['inner', 'caught', 'mutual']) await phone.page.locator(`#${id}`).tap();
  });
  expect(heard).toEqual([
    'inner:[{"foobar":"2","fooBaz":{"n":3,"list":[1,2]}},"tap","number",0,1]',
    'outer:inner:[{"x":"1"},{"inner":"i","outer":"o"}]',
    'inner:[{},"tap","number",0,1]',
    'inner:[{},"tap","number",0,1]',
    'outer:mutual:[{"x":"1"},{"outer":"o"}]',
  ]);
});

test('a composed event crosses components with its detail, and capture listeners run', async () => {
  const heard = await newEvents(() => phone.page.locator('wx-rel-list .item').nth(1).tap());
  expect(heard).toEqual(['pick:[{"v":20},"i2",{"someId":2},{"k":1}]']);
  expect(await phone.log()).toContain('captured');
});

test('a finger that stays is a longpress', async () => {
  const box = (await phone.page.locator('#press').boundingBox())!;
  const session = await phone.page.context().newCDPSession(phone.page);
  const heard = await newEvents(async () => {
    const touchPoints = [{ x: box.x + 5, y: box.y + 5 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await phone.page.waitForTimeout(450);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
  expect(heard).toEqual(['pressed:longpress']);
});

test('text decodes entities, rich-text draws nodes', async () => {
  expect((await phone.texts('#decoded'))[0]).toMatch(/a.<b/);
  expect(await phone.style('#rich div', 'color')).toBe('rgb(8, 8, 8)');
});

test('rpx works in inline styles, #id in WXSS', async () => {
  expect((await phone.page.locator('#sized').boundingBox())?.width).toBe(187.5);
  expect(await phone.style('#sized', 'marginLeft')).toBe('5px');
});

test('a selector query answers fields, lists, computed styles, canvas nodes, and null for nothing', async () => {
  const [sized, pairs, nothing, canvas] = await phone.page.evaluate<unknown[]>(`
    new Promise((done) => {
      wx.createSelectorQuery()
        .in(getCurrentPages()[0])
        .select('#sized')
        .fields({ size: true, computedStyle: ['backgroundColor'] })
        .selectAll('.pair')
        .boundingClientRect()
        .select('#nothing')
        .boundingClientRect()
        .select('#canvas')
        .fields({ node: true })
        .exec((results) => done([...results.slice(0, 3), results[3].node.constructor.name]));
    })`);
  expect(sized).toMatchObject({ width: 187.5, backgroundColor: 'rgb(255, 0, 0)' });
  expect(pairs).toHaveLength(2);
  expect(nothing).toBeNull();
  expect(canvas).toBe('HTMLCanvasElement');
});

test('an intersection observer reports what is in view', async () => {
  const ratio = await phone.page.evaluate<number>(`
    new Promise((done) => {
      getCurrentPages()[0]
        .createIntersectionObserver()
        .relativeToViewport()
        .observe('#word', (entry) => done(entry.intersectionRatio));
    })`);
  expect(ratio).toBeGreaterThan(0);
});

test('setData keeps no reference to what it was given, and makes paths that are not there', async () => {
  const [kept, made] = await phone.page.evaluate<unknown[]>(`(() => {
    const page = getCurrentPages()[0];
    const given = { k: [1] };
    page.setData({ copied: given });
    given.k.push(2);
    page.setData({ 'made.a[1].b': 5 });
    return [page.data.copied.k.length, JSON.stringify(page.data.made)];
  })()`);
  expect([kept, made]).toEqual([1, '{"a":[null,{"b":5}]}']);
});

test('pull-down refresh can be started, and an unknown page fails as in WeChat', async () => {
  expect(await newEvents(() => phone.page.evaluate('wx.startPullDownRefresh()'))).toEqual([
    'pulled',
  ]);
  const failure = await phone.page.evaluate(
    `wx.navigateTo({ url: '/nowhere' }).catch((error) => error.errMsg)`,
  );
  expect(failure).toBe('navigateTo:fail page "nowhere" is not found');
});

test('an API the host lacks is named loudly, and canIUse tells', async () => {
  const answer = await phone.page.evaluate(`(() => {
    const can = [wx.canIUse('showToast'), wx.canIUse('startBeaconDiscovery')];
    try {
      return [...can, wx.startBeaconDiscovery];
    } catch (error) {
      return [...can, error.message];
    }
  })()`);
  expect(answer).toEqual([
    true,
    false,
    'wx.startBeaconDiscovery is not provided by the browser host',
  ]);
});

test('nothing above left an error in the console', () => {
  expect(phone.errors).toEqual([]);
});
