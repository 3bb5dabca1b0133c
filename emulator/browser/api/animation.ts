import type { AnimationStep } from '../builtin/animation';
import { dashed } from '../runtime/backend';
import type { ApiTable } from './asyncApi';

type StepOptions = AnimationStep['option'];
type Chain = Record<string, (...args: never[]) => unknown>;

const UNITS: Readonly<Record<string, string>> = {
  translate: 'px',
  rotate: 'deg',
  skew: 'deg',
  scale: '',
};
const TRANSFORMS =
  'translate translateX translateY translateZ translate3d scale scaleX scaleY scaleZ scale3d ' +
  'rotate rotateX rotateY rotateZ skew skewX skewY';
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom'];

/** wx.createAnimation: chained calls that export steps for the `animation` property of built-ins. */
export function animationApi(): ApiTable {
  return { createAnimation: (options: StepOptions = {}) => createAnimation(options) };
}

function createAnimation(defaults: StepOptions): Chain {
  let steps: AnimationStep[] = [];
  let style: Record<string, string> = {};
  const chain: Chain = {
    step: (option: StepOptions = {}) => {
      steps.push({ style: { ...style }, option: { ...defaults, ...option } });
      return chain;
    },
    export: () => {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  for (const name of TRANSFORMS.split(' ')) {
    chain[name] = (...args: (number | string)[]) => {
      const call = `${name}(${args.map((value) => withUnit(name, value)).join(',')})`;
      style = { ...style, transform: `${style['transform'] ?? ''} ${call}`.trim() };
      return chain;
    };
  }
  for (const name of STYLES) {
    chain[name] = (value: number | string) => {
      const pixels = typeof value === 'number' && name !== 'opacity';
      style = { ...style, [dashed(name)]: pixels ? `${value}px` : String(value) };
      return chain;
    };
  }
  return chain;
}

function withUnit(name: string, value: number | string): string {
  const family = Object.keys(UNITS).find((prefix) => name.startsWith(prefix)) ?? 'scale';
  return typeof value === 'number' ? `${value}${UNITS[family]}` : value;
}
