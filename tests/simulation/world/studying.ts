import type { Story } from './buying';
import { FOR_MEMBERS } from './cast';
import type { Act } from './script';

/** A beat as the page sends it, and a little slower. */
const BEAT_MS = 15_000;

const beatsOf = ({ details }: Act): number => 2 + Math.floor((details[0] ?? 0) * 5);

/** Studies what a membership opens, on one device or on two at once; a minute or so. */
const studyAsMember: Story = async (phone, act) => {
  const [, device = 0, course = 0] = act.details;
  const lessonId = FOR_MEMBERS[Math.floor(course * FOR_MEMBERS.length)];
  const sittings = [`sitting${act.at}`, ...(device < 0.5 ? [`tablet${act.at}`] : [])];
  await Promise.all(
    sittings.map(async (sitting) => {
      for (let beat = 1; beat <= beatsOf(act); beat += 1) {
        await phone.tap('saveProgress', { lessonId, position: beat * 100, length: 600, sitting });
        await phone.wait(BEAT_MS);
      }
    }),
  );
};

export const STUDYING = { studyAsMember } satisfies Record<string, Story>;
