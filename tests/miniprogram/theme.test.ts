import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../miniprogram');
const THEME = 'theme.wxss';
/** Black is no colour of the shop: masks and the frame of a video are made of it. */
const COLOUR = /#(?!000\b)[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i;

const styles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxss') && file !== THEME,
);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the theme', () => {
  it('is the one place that names a colour, so that an owner recolours the shop there', () => {
    const elsewhere = styles.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => COLOUR.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(styles.length).toBeGreaterThan(40);
    expect(elsewhere).toEqual([]);
  });

  it('has every variable that a style asks for', () => {
    const known = new Set(read(THEME).match(/--shop-[a-z0-9-]+(?=:)/g));
    const asked = styles.flatMap((file) => read(file).match(/--shop-[a-z0-9-]+(?=[,)])/g) ?? []);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });
});
