import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const refund = (refundId: string, mayDecide: boolean) => ({
  refundId,
  orderId: 'ord_one',
  title: '数据分析入门',
  buyer: '小*林',
  status: 'requested',
  amount: 19_900,
  paid: 19_900,
  reason: '太浅了',
  learned: { percent: 18, lessons: 2 },
  askedAt: 0,
  mayDecide,
});

const open = (answers: Answers) =>
  openPage('packages/teaching/pages/refunds', {
    answers: {
      getMe: signedIn('teacher'),
      getRefunds: () => given({ items: [refund('rfd_small', true), refund('rfd_large', false)] }),
      ...answers,
    },
  });

const decisions = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.filter(({ name }) => name === 'reviewRefund').map(({ data }) => data);

/** Each refund has two buttons: refuse, agree. */
const REJECT_SMALL = 0;
const APPROVE_LARGE = 3;

describe('deciding on refunds (S23)', () => {
  it('refuses only with a reason, which the learner reads', async () => {
    const page = await open({
      reviewRefund: () => given({ status: 'rejected', opinionOnly: false }),
    });
    await page.tap('.refund__foot .btn', REJECT_SMALL);

    await page.part('#decision').tap('.btn--block');
    expect(decisions(page)).toEqual([]);

    await page.part('#decision').fire('.field__area', 'input', { value: '已学完全部课程' });
    await page.part('#decision').tap('.btn--block');
    expect(decisions(page)).toEqual([
      { refundId: 'rfd_small', decision: 'reject', note: '已学完全部课程' },
    ]);
  });

  it('says that an admin decides when the amount is above the teacher', async () => {
    const page = await open({
      reviewRefund: () => given({ status: 'requested', opinionOnly: true }),
    });

    await page.tap('.refund__foot .btn', APPROVE_LARGE);
    expect(page.text()).toContain('由管理员决定');
    await page.part('#decision').tap('.btn--block');

    expect(decisions(page)).toEqual([{ refundId: 'rfd_large', decision: 'approve' }]);
    expect(page.told).toContain('意见已提交，由管理员决定');
  });

  it('tells when someone else was faster, and shows how it stands now', async () => {
    const page = await open({
      reviewRefund: () => refused('REFUND_ALREADY_DECIDED', '该退款已处理'),
    });
    await page.tap('.refund__foot .btn', REJECT_SMALL);
    await page.part('#decision').fire('.field__area', 'input', { value: '已学完' });
    await page.part('#decision').tap('.btn--block');

    expect(page.told).toContain('该退款已处理');
    expect(page.asked.filter(({ name }) => name === 'getRefunds')).toHaveLength(2);
  });
});
