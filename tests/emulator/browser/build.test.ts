import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBrowserHost } from '../../../emulator/browser';
import { tagsOf } from '../../../emulator/browser/build/wxmlTags';
import { copyFixture, NODE_MODULES, PERSONS } from './stage';

let copy: ReturnType<typeof copyFixture>;

const build = () =>
  buildBrowserHost({
    miniprogramDir: copy.miniprogramDir,
    nodeModulesDir: NODE_MODULES,
    outDir: join(copy.dir, 'site'),
    persons: PERSONS,
  });
const write = (name: string, text: string) => writeFileSync(join(copy.miniprogramDir, name), text);

beforeEach(() => {
  copy = copyFixture();
});

afterEach(() => copy.remove());

test('an unchanged mini-program is not built again; a changed source, asset or outside import is', async () => {
  expect(await build()).toMatchObject({ skipped: false });
  expect(await build()).toMatchObject({ skipped: true });
  write('templates/included.wxml', '<view>changed</view>');
  expect(await build()).toMatchObject({ skipped: false });
  mkdirSync(join(copy.miniprogramDir, 'images'), { recursive: true });
  write('images/new.txt', 'an asset');
  expect(await build()).toMatchObject({ skipped: false });
  expect(readFileSync(join(copy.dir, 'site/images/new.txt'), 'utf8')).toBe('an asset');
  writeFileSync(join(copy.dir, 'shared/price.ts'), `export const yuan = () => 'changed';`);
  expect(await build()).toMatchObject({ skipped: false });
});

test('everything that is wrong is listed at once', async () => {
  write('pages/mine/mine.wxml', '<view><marquee>no</marquee></view><import src="./gone.wxml" />');
  write('pages/mine/mine.json', '{ "usingComponents": { "lost": "/components/lost/lost" } }');
  write('pages/mine/mine.wxss', '@import "./gone.wxss";');
  const message = await build().then(
    () => 'built',
    (error: Error) => error.message,
  );
  expect(message).toMatch(/mine\.wxml: unknown tag <marquee>/);
  expect(message).toMatch(/component "\/components\/lost\/lost" not found/);
  expect(message).toMatch(/template .*gone\.wxml not found/);
  expect(message).toMatch(/style .*gone\.wxss not found/);
});

test('doubtful markup of the mini-program is a warning with its place', async () => {
  write('pages/mine/mine.wxml', '<view>\n  <view class="a" class="b" /></view>');
  const { warnings } = await build();
  expect(warnings).toContainEqual(expect.stringMatching(/mine\.wxml:2:\d+ duplicated attribute/));
});

test('a page of app.json without files fails the build', async () => {
  rmSync(join(copy.miniprogramDir, 'pages/form'), { recursive: true });
  await expect(build()).rejects.toThrow('page "pages/form/form" not found');
});

test('an import that does not exist fails the build', async () => {
  write('pages/mine/mine.js', `import './nothing-here';`);
  await expect(build()).rejects.toThrow(/nothing-here/);
});

test('tags are read from markup only, not from comments, scripts or expressions', () => {
  const wxml = `<!-- <ghost/> --><wxs module="m">var a = "<script>"</wxs><wxs src="./a.wxs" module="b"/>
    <view class="{{a < b ? '<x' : ''}}"><t-button/>{{1 <two}}</view>`;
  expect(tagsOf(wxml)).toEqual(['view', 't-button']);
});
