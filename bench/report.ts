import type { Judged } from './judge';

const HEAD = ['figure', 'value', 'budget', 'goal', '', 'note'];

const rounded = (value: number) => String(Math.round(value * 100) / 100);

const goalText = ({ goal }: Judged): string => {
  if (goal?.atMost !== undefined) return `≤ ${goal.atMost}`;
  return goal?.atLeast !== undefined ? `≥ ${goal.atLeast}` : '';
};

const verdict = ({ broken, missed, budget, goal }: Judged): string => {
  if (broken) return '**over budget**';
  if (missed) return 'goal missed';
  return budget !== undefined || goal ? 'ok' : '';
};

const cells = (figure: Judged): string[] => [
  figure.name,
  `${rounded(figure.value)} ${figure.unit}`.trim(),
  figure.budget === undefined ? '' : `≤ ${figure.budget}`,
  goalText(figure),
  verdict(figure),
  figure.note ?? '',
];

const row = (words: readonly string[]) => `| ${words.join(' | ')} |`;

/** The figures of one part as a Markdown table under its name. */
export const table = (part: string, figures: readonly Judged[]): string =>
  [
    `### ${part}`,
    '',
    row(HEAD),
    row(['---', '---:', '---:', '---:', '---', '---']),
    ...figures.map((figure) => row(cells(figure))),
    '',
  ].join('\n');
