import { FAULTS } from '../schedule';
import { storyOf } from '../report/story';
import { perform } from '../world/perform';
import { SCENARIOS } from '../world/scenarios';
import { scriptOf } from '../world/script';
import { rareFaults } from './campaigns';
import type { Job, Message } from './job';
import { shrink } from './shrink';

/** Performs one seed again and, when a promise is broken in it, tells the shortest story of it. */
export const tellStory = async ({
  seed,
  scenario: name,
}: Extract<Job, { kind: 'story' }>): Promise<Message> => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  const script = scenario
    ? { ...scenario.script(seed), faults: FAULTS, faultRate: 0.01 }
    : scriptOf(seed);
  const performance = await perform(script, scenario ? { plan: rareFaults(seed, scenario) } : {});
  if (performance.violations.length === 0) {
    return { kind: 'story', lines: [`seed ${seed}: every promise was kept`], failed: false };
  }
  return { kind: 'story', lines: storyOf(await shrink(script, performance)), failed: true };
};
