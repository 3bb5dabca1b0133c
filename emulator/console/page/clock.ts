import { act, read } from './cloud';
import { button, element } from './element';
import { moment } from './format';
import type { Doing } from './view';

const MINUTE = 60_000;
const STEPS: [string, number][] = [
  ['1 分钟', MINUTE],
  ['15 分钟', 15 * MINUTE],
  ['1 小时', 60 * MINUTE],
  ['1 天', 24 * 60 * MINUTE],
];

/** The cloud's clock and buttons that move it. */
export async function drawClock(place: HTMLElement, doing: Doing): Promise<void> {
  const { now } = await read<{ now: number }>('clock');
  const time = place.querySelector('time');
  if (time) time.textContent = moment(now);
  else
    place.append(element('time', {}, moment(now)), ...STEPS.map((step) => stepButton(step, doing)));
}

function stepButton([label, advanceMs]: [string, number], doing: Doing): HTMLElement {
  return button(`快进 ${label}`, () => {
    doing(`时钟快进 ${label}`, () => act('clock', { advanceMs }));
  });
}
