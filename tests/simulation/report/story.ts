import type { Replay } from '../run/job';
import type { Shrunk } from '../run/shrink';
import type { Performance } from '../world/perform';
import { commandOf } from './tally';

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `+${[h, m, s].map((part) => String(part).padStart(2, '0')).join(':')}`;
};

/** I/O that only looks tells little of a story, unless something went wrong there. */
const isWorthTelling = ({ site, fault }: { site: string; fault?: string }): boolean =>
  fault !== undefined ||
  !/[.](get|find|count|begin|rollback|query\w*)$|together|pause|thought/.test(site);

/** What happened, line by line, as a person would tell it. */
export const storyOf = ({ script, performance, runs }: Shrunk, replay: Replay): string[] => [
  `${commandOf(replay)}   (shrunk in ${runs} runs)`,
  '',
  'what people do:',
  ...script.acts.map(
    ({ at, story, who, item, platform }) => `  ${clock(at)} ${who} ${story} ${item} (${platform})`,
  ),
  ...listed('what WeChat does:', performance.struck),
  ...listed(
    'what breaks:',
    performance.faults.map(({ site, fault, occurrence }) => `${fault} at ${site} #${occurrence}`),
  ),
  '',
  'what happens:',
  ...happenings(performance, script.startAt),
  '',
  'what is wrong then:',
  ...performance.violations
    .slice(0, 5)
    .map(({ id, subject, found }) => `  ${id} ${subject}: ${found}`),
];

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

const MOST_LINES = 120;

const happenings = ({ theatre }: Performance, startAt: number): string[] =>
  theatre.schedule.trace.story
    .filter(isWorthTelling)
    .slice(-MOST_LINES)
    .map(({ at, process, site, fault }) => {
      const struck = fault ? `  ← ${fault}` : '';
      return `  ${clock(at - startAt)} ${process.padEnd(34)} ${site}${struck}`;
    });
