import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { COURSES } from '../seed/demo/courses';
import { findBrowser } from '../test/browser';
import { coverPage, documentPage, slidePage } from './pages';
import { SCENES } from './scenes';
import { AUDIOS, DOCUMENTS, VIDEOS } from './script';

/**
 * Makes every picture, video, sound and document of the demo shop into `scripts/seed/demo/media/`.
 * Needs Chromium, ffmpeg and espeak-ng, all Debian packages; the results are kept in the repository.
 */
const target = join(__dirname, '../seed/demo/media');
const work = mkdtempSync(join(tmpdir(), 'media-'));

const run = (program: string, ...words: string[]) => {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};

const sceneOf = (key: string) => {
  const scene = SCENES[key];
  if (!scene) throw new Error(`no scene for ${key}`);
  return scene;
};

const picture = async (
  browser: Browser,
  shot: { html: string; width: number; height: number; file: string },
) => {
  const page = await browser.newPage({ viewport: { width: shot.width, height: shot.height } });
  await page.setContent(shot.html);
  await page.screenshot({ path: shot.file, type: 'jpeg', quality: 82 });
  await page.close();
};

const covers = async (browser: Browser) => {
  for (const { key, title, subtitle } of COURSES) {
    const html = coverPage(sceneOf(key), { title, subtitle });
    await picture(browser, { html, width: 750, height: 420, file: join(target, `${key}.jpg`) });
  }
};

/** A spoken text as a wave file; the voice is synthetic, and says so by its sound. */
const speak = (text: string, name: string): string => {
  const file = join(work, `${name}.wav`);
  run('espeak-ng', '-v', 'cmn', '-s', '150', '-p', '40', '-g', '4', '-w', file, text);
  return file;
};

const STILL_WITH_SPEECH =
  '-af apad=pad_dur=0.8 -c:v libx264 -tune stillimage -pix_fmt yuv420p -crf 32 -g 50 -c:a aac -b:a 32k -ar 24000 -ac 1 -shortest';

type Part = { readonly name: string; readonly index: number };

/** One slide as a short film: a still picture for as long as it is talked about. */
const slideFilm = async (browser: Browser, { name, index }: Part): Promise<string> => {
  const { scene, course, slides } = VIDEOS[name] as (typeof VIDEOS)[string];
  const slide = slides[index] as (typeof slides)[number];
  const still = join(work, `${name}-${index}.jpg`);
  const html = slidePage(sceneOf(scene), {
    ...slide,
    course,
    step: index + 1,
    steps: slides.length,
  });
  await picture(browser, { html, width: 640, height: 360, file: still });
  const film = join(work, `${name}-${index}.mp4`);
  const sound = speak(slide.say, `${name}-${index}`);
  run(
    'ffmpeg',
    '-y',
    '-loop',
    '1',
    '-framerate',
    '5',
    '-i',
    still,
    '-i',
    sound,
    ...STILL_WITH_SPEECH.split(' '),
    film,
  );
  return film;
};

const video = async (browser: Browser, name: string) => {
  const { slides } = VIDEOS[name] as (typeof VIDEOS)[string];
  const films: string[] = [];
  for (const index of slides.keys()) films.push(await slideFilm(browser, { name, index }));
  const list = join(work, `${name}.txt`);
  writeFileSync(list, films.map((film) => `file '${film}'`).join('\n'));
  run(
    'ffmpeg',
    '-y',
    '-f',
    'concat',
    '-safe',
    '0',
    '-i',
    list,
    '-c',
    'copy',
    '-movflags',
    '+faststart',
    join(target, `${name}.mp4`),
  );
};

const audio = (name: string, text: string) =>
  run(
    'ffmpeg',
    '-y',
    '-i',
    speak(text, name),
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=174:sample_rate=24000',
    '-filter_complex',
    '[1]volume=0.04,tremolo=f=0.2:d=0.6[pad];[0][pad]amix=inputs=2:duration=first:normalize=0',
    '-b:a',
    '40k',
    '-ac',
    '1',
    join(target, `${name}.mp3`),
  );

const pdf = async (browser: Browser, name: string) => {
  const page = await browser.newPage();
  await page.setContent(documentPage(DOCUMENTS[name] as (typeof DOCUMENTS)[string]));
  await page.pdf({
    path: join(target, `${name}.pdf`),
    format: 'A4',
    margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
  });
  await page.close();
};

const main = async () => {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('no Chromium found: apt-get install chromium fonts-noto-cjk ffmpeg espeak-ng');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await covers(browser);
    for (const name of Object.keys(VIDEOS)) await video(browser, name);
    for (const [name, text] of Object.entries(AUDIOS)) audio(name, text);
    for (const name of Object.keys(DOCUMENTS)) await pdf(browser, name);
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
