import type { MovableClock } from '../clock';
import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { Timeline } from '../schedule/timeline';
import type { Timers } from '../timers/timers';

export interface ClockParts {
  clock: MovableClock;
  timeline: Timeline;
  timers: Timers;
}

/** Ten years: a longer move is a slip of the pen, and would keep the cloud busy for as long as it runs. */
const FARTHEST_MS = 10 * 366 * 24 * 60 * 60 * 1000;

/** The cloud's clock and its timers. */
export function clockRoutes(parts: ClockParts): Route[] {
  return [
    { method: 'GET', path: '/_local/clock', handle: () => json(reading(parts.clock)) },
    { method: 'POST', path: '/_local/clock', handle: (exchange) => advance(exchange, parts) },
    { method: 'GET', path: '/_local/timers', handle: () => json({ timers: parts.timers.list() }) },
    {
      method: 'POST',
      path: '/_local/timers/:function',
      handle: (exchange) => runTimer(exchange, parts.timers),
    },
  ];
}

function reading(clock: MovableClock) {
  return { now: clock.now(), aheadMs: clock.ahead() };
}

async function advance(exchange: Exchange, { clock, timeline }: ClockParts): Promise<Reply> {
  const { advanceMs } = await readJson(exchange);
  const fits = typeof advanceMs === 'number' && advanceMs >= 0 && advanceMs <= FARTHEST_MS;
  if (!fits)
    throw new HttpError(
      400,
      'advanceMs must be a number of milliseconds, ten years at most: the clock only moves forward',
    );
  await timeline.advance(advanceMs);
  return json(reading(clock));
}

async function runTimer(exchange: Exchange, timers: Timers): Promise<Reply> {
  const name = exchange.params['function'] ?? '';
  try {
    return json(await timers.runNow(name));
  } catch (error) {
    if (error instanceof RangeError) throw new HttpError(404, error.message);
    throw error;
  }
}
