/** One `step()` of wx.createAnimation: the styles to reach and how. */
export interface AnimationStep {
  style: Record<string, string>;
  option: {
    duration?: number;
    timingFunction?: string;
    delay?: number;
    transformOrigin?: string;
  };
}

const DEFAULT_DURATION_MS = 400;
const latest = new WeakMap<HTMLElement, object>();

/** Plays an exported wx.createAnimation on a node, step by step; a newer one cuts it short. */
export async function playAnimation(host: HTMLElement, exported: unknown): Promise<void> {
  const actions = (exported as { actions?: AnimationStep[] } | null)?.actions ?? [];
  const token = {};
  latest.set(host, token);
  for (const step of actions) {
    if (latest.get(host) !== token) return;
    await playStep(host, step);
  }
}

async function playStep(host: HTMLElement, { style, option }: AnimationStep): Promise<void> {
  const { duration = DEFAULT_DURATION_MS, timingFunction = 'linear', delay = 0 } = option;
  host.style.transition = duration ? `all ${duration}ms ${timingFunction} ${delay}ms` : 'none';
  host.style.transformOrigin = option.transformOrigin ?? '';
  host.getBoundingClientRect(); // the browser must see the start before the end
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value);
  await new Promise((resolve) => setTimeout(resolve, duration + delay));
}
