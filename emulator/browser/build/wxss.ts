import type { AtRule, Root, Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BUILTIN_TAGS } from '../builtin/tags';
import { browserValue } from './wxssValues';

/** Where a style sheet belongs, which decides how far its rules reach. */
export interface StyleOwner {
  id: string;
  /** Class prefix of an isolated component; empty for app, pages and shared components. */
  scope: string;
  isPage: boolean;
}

const TAGS = new Set(BUILTIN_TAGS);

/**
 * Turns a parsed WXSS sheet into CSS, in place: built-in tags become `wx-*`, `page` becomes
 * `wx-page`, classes of isolated components get their scope, `:host` the host's attribute, page rules
 * stay on their page, `rpx` and `vh` follow the phone's screen.
 */
export function translateWxss(root: Root, owner: StyleOwner): Root {
  const selectors = selectorParser((list) => list.each((one) => translateSelector(one, owner)));
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = selectors.processSync(rule.selector);
  });
  root.walkDecls((declaration) => {
    declaration.value = browserValue(declaration.value);
  });
  root.walkAtRules((rule) => {
    rule.params = browserValue(rule.params);
  });
  return root;
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent as AtRule | undefined;
  return parent?.type === 'atrule' && parent.name.endsWith('keyframes');
}

function translateSelector(selector: selectorParser.Selector, owner: StyleOwner): void {
  selector.walk((node) => {
    if (node.type === 'class' && owner.scope) node.value = `${owner.scope}--${node.value}`;
    if (node.type === 'tag') node.value = translateTag(node.value);
    if (node.type === 'pseudo' && node.value === ':host') node.replaceWith(hostAttribute(owner));
  });
  if (owner.isPage) keepOnPage(selector, owner.id);
}

function translateTag(tag: string): string {
  if (tag === 'page') return 'wx-page';
  return TAGS.has(tag) ? `wx-${tag}` : tag;
}

function hostAttribute({ scope, id }: StyleOwner): selectorParser.Attribute {
  const value = scope || id;
  const raws = { value: JSON.stringify(value) };
  return selectorParser.attribute({
    attribute: 'wx-host',
    operator: '=',
    value,
    quoteMark: '"',
    raws,
  });
}

/** All pages share one document here; `:where` keeps a page's rules to itself without raising their weight. */
function keepOnPage(selector: selectorParser.Selector, pageId: string): void {
  let pageTag: selectorParser.Tag | undefined;
  selector.walkTags((tag) => {
    if (tag.value === 'wx-page') pageTag = tag;
  });
  if (pageTag) {
    const guard = selectorParser.pseudo({ value: `:where([route="${pageId}"])` });
    pageTag.parent?.insertAfter(pageTag, guard);
    return;
  }
  selector.prepend(selectorParser.combinator({ value: ' ' }));
  selector.prepend(selectorParser.pseudo({ value: `:where(wx-page[route="${pageId}"])` }));
}
