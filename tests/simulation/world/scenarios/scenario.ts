import type { AdversityRates } from '../../provider/adversity';
import type { ItemName } from '../cast';
import type { Act, Script, StoryName } from '../script';

/** A short story that is told as it stands, for single faults and for races that chance comes to too seldom. */
export type Scenario = { readonly name: string; readonly script: (seed: number) => Script };

const MINUTE = 60_000;
const SECOND = 1000;

/** One thing somebody does. */
export type Part = {
  /** Seconds after the start. */
  readonly at: number;
  readonly story: StoryName;
  readonly who?: string;
  readonly item?: ItemName;
  readonly platform?: Act['platform'];
  /** How the details of the story go; 0.1 where nothing is said. */
  readonly details?: readonly number[];
};

const act = ({ at, story, ...rest }: Part, item: ItemName, platform: Act['platform']): Act => ({
  at: at * SECOND,
  story,
  who: rest.who ?? 'oAmy',
  item: rest.item ?? item,
  platform: rest.platform ?? platform,
  details: Array.from({ length: 7 }, (_, index) => rest.details?.[index] ?? 0.1),
});

/** What else a scenario is made of, where it is not as usual. */
export type Setting = {
  readonly item?: ItemName;
  readonly platform?: Act['platform'];
  readonly minutes?: number;
  readonly refundDays?: number;
  readonly adversity?: AdversityRates;
  readonly books?: boolean;
  readonly payee?: Script['payee'];
  /** As a date with its time; a morning in the middle of a month when absent. */
  readonly start?: string;
};

/** A scenario by its name and parts. */
export const scenario = (name: string, parts: readonly Part[], setting: Setting = {}): Scenario => {
  const { item = 'plain', platform = 'devtools', minutes = 20, refundDays = 7 } = setting;
  const { start = '2026-05-20T10:00:00+08:00' } = setting;
  return {
    name,
    script: (seed) => ({
      seed,
      startAt: Date.parse(start),
      chaosMs: minutes * MINUTE,
      refundDays,
      skewMs: 0,
      acts: parts.map((part) => act(part, item, platform)),
      adversity: setting.adversity ?? {},
      faults: [],
      faultRate: 0,
      books: setting.books ?? false,
      payee: setting.payee ?? 'wechat',
    }),
  };
};
