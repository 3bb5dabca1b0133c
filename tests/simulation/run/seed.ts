import { bundleWorker } from './bundle';
import type { Replay } from './job';
import { storyBy } from './workers';

/** Tells the story of one schedule; true when it kept every promise. */
export const tellSeed = async (replay: Replay): Promise<boolean> => {
  const bundle = await bundleWorker('worker');
  const story = await storyBy(bundle, { kind: 'story', ...replay });
  process.stdout.write(`${story.lines.join('\n')}\n`);
  return !story.failed;
};
