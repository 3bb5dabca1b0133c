import { buy, sweep } from './parts';
import { scenario, type Part } from './scenario';

/** A quarter of an hour before a month ends, with two memberships bought in it. */
const MONTH_ENDS = { books: true, minutes: 60, start: '2026-05-31T23:45:00+08:00' };

/** A member of the shop's past studies with one teacher and then with the other, on two devices. */
const studied: readonly Part[] = [
  { at: 60, story: 'studyAsMember', who: 'oCat', details: [0.5, 0.1, 0.1] },
  { at: 200, story: 'studyAsMember', who: 'oCat', details: [0.5, 0.9, 0.9] },
];
const divided: readonly Part[] = [
  { at: 1000, story: 'keepBooks', details: [0.1] },
  { at: 1200, story: 'keepBooks', details: [0.9] },
];

/** What memberships use up, and who gets it. */
export const members = [
  scenario('a month of a member ends', [...studied, ...divided], MONTH_ENDS),
  scenario(
    'a month ends while a member studies',
    [
      { at: 800, story: 'studyAsMember', who: 'oCat', details: [0.9, 0.1, 0.1] },
      { at: 880, story: 'studyAsMember', who: 'oCat', details: [0.9, 0.9, 0.9] },
      ...divided,
    ],
    MONTH_ENDS,
  ),
  scenario(
    'a membership is asked back while its month is divided',
    [
      ...studied,
      { at: 940, story: 'refund', who: 'oCat' },
      { at: 1000, story: 'review', details: [0.1, 0.1, 0.1] },
      ...divided,
      { at: 1300, story: 'submitRefunds' },
    ],
    MONTH_ENDS,
  ),
  scenario(
    'a member buys what the membership opened',
    [
      { ...studied[0], at: 0, story: 'studyAsMember' },
      { ...buy, at: 90, who: 'oCat' },
      ...sweep,
      { at: 240, story: 'studyAsMember', who: 'oCat', details: [0.5, 0.1, 0.1] },
      ...divided,
    ],
    MONTH_ENDS,
  ),
];
