import { storyOf } from '../report/story';
import { commandOf } from '../report/tally';
import { perform } from '../world/perform';
import { SCENARIOS } from '../world/scenarios';
import { scriptOf } from '../world/script';
import { planAgain } from './campaigns';
import type { Message, Replay } from './job';
import { shrink } from './shrink';

/** Performs one seed again and, when a promise is broken in it, tells the shortest story of it. */
export const tellStory = async (replay: Replay): Promise<Message> => {
  const { seed } = replay;
  const scenario = SCENARIOS.find(({ name }) => name === replay.scenario);
  const script = scenario ? scenario.script(seed) : scriptOf(seed);
  const plan = scenario && planAgain(scenario, replay);
  const performance = await perform(script, plan ? { plan } : {});
  if (performance.violations.length === 0) {
    return {
      kind: 'story',
      lines: [`${commandOf(replay)}: every promise was kept`],
      failed: false,
    };
  }
  return { kind: 'story', lines: storyOf(await shrink(script, performance), replay), failed: true };
};
