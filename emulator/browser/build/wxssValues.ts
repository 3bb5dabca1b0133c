import valueParser from 'postcss-value-parser';

const UNITS: Readonly<Record<string, (number: string) => string>> = {
  rpx: (number) => (Number(number) === 0 ? '0' : `calc(var(--rpx) * ${number})`),
  // The page area is a size container, so a container unit is a share of the page, not of the window.
  vh: (number) => `${number}cqh`,
};

/**
 * Translates a WXSS value: `rpx` becomes a share of the screen's width, `vh` one of the page area, and
 * the safe area comes from the phone's variables, as a browser window has no home indicator.
 */
export function browserValue(value: string): string {
  if (!/rpx|vh|safe-area-inset/.test(value)) return value;
  return valueParser(value).walk(translateNode).toString();
}

function translateNode(node: valueParser.Node): void {
  if (node.type === 'word') translateUnit(node);
  if (node.type === 'function' && ['env', 'constant'].includes(node.value)) useSafeArea(node);
}

function translateUnit(node: valueParser.WordNode): void {
  const dimension = valueParser.unit(node.value);
  const translate = dimension && UNITS[dimension.unit];
  if (dimension && translate) node.value = translate(dimension.number);
}

function useSafeArea(node: valueParser.FunctionNode): void {
  const [name] = node.nodes;
  const side = /^safe-area-inset-(\w+)$/.exec(name?.value ?? '')?.[1];
  if (!name || !side) return;
  node.value = 'var';
  name.value = `--safe-area-${side}`;
}
