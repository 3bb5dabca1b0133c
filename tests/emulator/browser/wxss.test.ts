import postcss from 'postcss';
import { translateWxss, type StyleOwner } from '../../../emulator/browser/build/wxss';
import { browserValue } from '../../../emulator/browser/build/wxssValues';

const PAGE: StyleOwner = { id: 'pages/home/home', scope: '', isPage: true };
const COMPONENT: StyleOwner = { id: 'components/card/card', scope: 's1', isPage: false };
const APP: StyleOwner = { id: 'app', scope: '', isPage: false };

const translate = (wxss: string, owner: StyleOwner) =>
  translateWxss(postcss.parse(wxss), owner).toString();

test.each([
  ['10rpx', 'calc(var(--rpx) * 10)'],
  ['-7.5rpx auto', 'calc(var(--rpx) * -7.5) auto'],
  ['0rpx', '0'],
  ['calc(100% - 20rpx)', 'calc(100% - calc(var(--rpx) * 20))'],
  ['100vh', '100cqh'],
  ['calc(8px + env(safe-area-inset-bottom))', 'calc(8px + var(--safe-area-bottom))'],
  ['url("a10rpx.png")', 'url("a10rpx.png")'],
  ['12px', '12px'],
])('%s becomes %s', (value, expected) => {
  expect(browserValue(value)).toBe(expected);
});

test('built-in tags and page get their names in the document', () => {
  expect(translate('page view > text.a, custom {}', APP)).toBe(
    'wx-page wx-view > wx-text.a, custom {}',
  );
});

test('rules of a page stay on that page without gaining weight', () => {
  expect(translate('.a {} page {}', PAGE)).toBe(
    ':where(wx-page[route="pages/home/home"]) .a {} wx-page:where([route="pages/home/home"]) {}',
  );
});

test('classes of an isolated component are scoped, ids and attributes are not', () => {
  expect(translate('.a.b #c [d] {}', COMPONENT)).toBe('.s1--a.s1--b #c [d] {}');
});

test(':host is the component’s own element, found by its scope or by its id', () => {
  expect(translate(':host .a {}', COMPONENT)).toBe('[wx-host="s1"] .s1--a {}');
  expect(translate(':host {}', { ...COMPONENT, scope: '' })).toBe(
    '[wx-host="components/card/card"] {}',
  );
});

test('keyframe steps are no selectors, media conditions know rpx', () => {
  expect(translate('@keyframes x { from { top: 1rpx } }', PAGE)).toBe(
    '@keyframes x { from { top: calc(var(--rpx) * 1) } }',
  );
});
