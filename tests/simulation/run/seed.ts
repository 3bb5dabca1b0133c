import { bundleWorker } from './bundle';
import { storyBy } from './workers';

/** Tells the story of one seed; true when it kept every promise. */
export const tellSeed = async (seed: number, scenario?: string): Promise<boolean> => {
  const bundle = await bundleWorker('worker');
  const story = await storyBy(bundle, {
    kind: 'story',
    seed,
    ...(scenario !== undefined && { scenario }),
  });
  process.stdout.write(`${story.lines.join('\n')}\n`);
  return !story.failed;
};
