import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playingSeconds } from '../../server/teaching/playing';
import { FILES } from './files';

const MEDIA = join(__dirname, '../../scripts/seed/demo/media');
const secondsOf = (extension: string, file: Uint8Array) =>
  playingSeconds(extension, file.length, (from, length) =>
    Promise.resolve(file.subarray(from, from + length)),
  );

describe('F9: how long a file plays', () => {
  it.each([
    ['typescript-1.mp4', 100],
    ['cloudbase-1.mp4', 65],
    ['bedtime-1.mp3', 39],
    ['focus-1.mp3', 28],
  ])('is measured in %s itself: %i seconds', async (name, seconds) => {
    const measured = await secondsOf(name.slice(-3), readFileSync(join(MEDIA, name)));
    expect(measured).toBe(seconds);
  });

  it('is unknown where a file is broken, cut off or of another format', async () => {
    const film = readFileSync(join(MEDIA, 'typescript-1.mp4'));
    expect(await secondsOf('mp4', FILES.mp4)).toBeUndefined();
    expect(await secondsOf('mp4', film.subarray(0, 40))).toBeUndefined();
    expect(await secondsOf('mp3', FILES.script)).toBeUndefined();
    expect(await secondsOf('ogg', film)).toBeUndefined();
  });
});
