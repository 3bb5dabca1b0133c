import type { ProposalRow } from '../../../../../shared/books/contract';
import { PROPOSAL_NAMES } from '../../../../../shared/books/proposals';
import { minute } from '../../../../lib/format';
import type { Tap } from '../../../../lib/tap';

const STATUSES: Readonly<Record<ProposalRow['status'], { word: string; chip: string }>> = {
  open: { word: '待复核', chip: 'chip--brand' },
  approved: { word: '已通过', chip: 'chip--success' },
  rejected: { word: '未通过', chip: '' },
  withdrawn: { word: '已撤回', chip: '' },
};

const decisionOf = ({ decidedBy, decidedAt, alone }: ProposalRow): string => {
  if (!decidedBy || decidedAt === undefined) return '';
  const signed = alone ? `${decidedBy.nickname}（店内仅一位管理员）` : decidedBy.nickname;
  return `${signed} ${minute(decidedAt)} 处理`;
};

/** A proposal in words. Whoever made it reads why somebody else decides. */
const proposalView = (proposal: ProposalRow, myId: string) => {
  const open = proposal.status === 'open';
  const mine = proposal.madeBy.userId === myId;
  return {
    name: PROPOSAL_NAMES[proposal.kind],
    ...STATUSES[proposal.status],
    summary: proposal.summary,
    reason: proposal.reason,
    made: `${mine ? '我' : proposal.madeBy.nickname} ${minute(proposal.madeAt)} 发起`,
    decision: decisionOf(proposal),
    note: proposal.note ?? '',
    mayDecide: open && proposal.mayDecide,
    mayWithdraw: open && mine,
    waits: open && mine && !proposal.mayDecide,
  };
};

/** Something to be done with money, that a second admin decides on. Fires `approve`, `reject` and `withdraw`. */
Component({
  properties: {
    proposal: { type: Object, value: {} as ProposalRow },
    /** Who looks at it. */
    myId: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    /** Without its buttons, where it is only read. */
    readOnly: { type: Boolean, value: false },
  },

  data: { shown: null as ReturnType<typeof proposalView> | null },

  observers: {
    'proposal, myId'(proposal: ProposalRow, myId: string) {
      if (proposal.kind) this.setData({ shown: proposalView(proposal, myId) });
    },
  },

  methods: {
    onTap({ currentTarget }: Tap<{ event: string }>) {
      this.triggerEvent(currentTarget.dataset.event);
    },
  },
});
