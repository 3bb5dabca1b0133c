import { groupsFor } from '../../../miniprogram/pages/mine/entries';

const wordsFor = (...who: Parameters<typeof groupsFor>) =>
  groupsFor(...who).flatMap(({ entries }) => entries.map(({ word }) => word));

describe('the ways on from 我的', () => {
  it('lead a learner to their commissions only in a shop that pays for bringing buyers', () => {
    expect(wordsFor('learner', true)).toContain('推广佣金');
    expect(wordsFor('learner')).not.toContain('推广佣金');
  });

  it('lead a teacher to all earnings in one place', () => {
    expect(wordsFor('teacher', true)).toContain('我的收益');
    expect(wordsFor('teacher', true)).not.toContain('推广佣金');
  });
});
