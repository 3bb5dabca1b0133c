import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const proposal = (proposalId: string, { by, mayDecide }: { by: string; mayDecide: boolean }) => ({
  proposalId,
  kind: 'acceptPayment',
  status: 'open',
  subject: 'dif_one',
  summary: `认可 ${proposalId} 的付款`,
  reason: '学员换卡支付，已核实',
  madeBy: { userId: by, nickname: by === 'usr_me' ? '我自己' : '钱管理员' },
  madeAt: 0,
  alone: false,
  mayDecide,
});

const mine = proposal('prp_mine', { by: 'usr_me', mayDecide: false });
const theirs = proposal('prp_theirs', { by: 'usr_other', mayDecide: true });

const open = (decided: Answers[string]) =>
  openPage('packages/admin/pages/proposals', {
    answers: {
      getMe: signedIn('admin', { userId: 'usr_me' }),
      manageMoney: (data) =>
        data['action'] === 'proposals'
          ? given({ view: 'proposals', items: [mine, theirs] })
          : decided(data),
    },
  });

const decisions = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked.filter(({ data }) => data['action'] === 'decide').map(({ data }) => data);

describe('what a second admin decides on (INV28)', () => {
  it('waits for me only where I may decide', async () => {
    const page = await open(() => given({ view: 'proposal', proposal: theirs }));
    expect(page.text()).toContain('认可 prp_theirs 的付款');
    expect(page.text()).not.toContain('prp_mine');
  });

  it('is refused only with a note, and approved without', async () => {
    const page = await open(() => given({ view: 'proposal', proposal: theirs }));
    await page.fire('.list__item', 'reject');
    await page.part('#decision').tap('.btn--block');
    expect(decisions(page)).toEqual([]);

    await page.fire('.list__item', 'approve');
    await page.part('#decision').tap('.btn--block');
    expect(decisions(page)).toEqual([
      { action: 'decide', proposalId: 'prp_theirs', decision: 'approve' },
    ]);
  });

  it('tells its maker why somebody else decides, and lets them take it back', async () => {
    const page = await open(() => given({ view: 'proposal', proposal: mine }));
    await page.fire('#tabs', 'change', { value: 'mine' });
    expect(page.text()).toContain('不能复核自己发起的');
    expect(page.text()).not.toContain('不同意');

    await page.fire('.list__item', 'withdraw');
    expect(page.asked.map(({ data }) => data)).toContainEqual({
      action: 'withdraw',
      proposalId: 'prp_mine',
    });
  });

  it('says when somebody else was faster, and shows how it stands now', async () => {
    const page = await open(() => refused('PROPOSAL_NOT_OPEN', '这项提议已经处理过了'));
    await page.fire('.list__item', 'approve');
    await page.part('#decision').tap('.btn--block');
    expect(page.told).toContain('这项提议已经处理过了');
    expect(page.data['chosen']).toBeNull();
  });
});
