import type { ProposalRow } from '../../../../../shared/books/contract';

export type Tab = 'waiting' | 'mine' | 'done';

/** The tabs of the proposals: which status each asks the server for, and which of the answer it shows to whom. */
export const TABS: Readonly<
  Record<
    Tab,
    {
      readonly word: string;
      readonly status?: ProposalRow['status'];
      shows(proposal: ProposalRow, myId: string): boolean;
    }
  >
> = {
  waiting: { word: '待我复核', status: 'open', shows: ({ mayDecide }) => mayDecide },
  mine: {
    word: '我发起的',
    status: 'open',
    shows: ({ madeBy }, myId) => madeBy.userId === myId,
  },
  done: { word: '已处理', shows: ({ status }) => status !== 'open' },
};

/** What each tab says when there is nothing. */
export const NOTHING: Readonly<Record<Tab, string>> = {
  waiting: '没有等您复核的操作',
  mine: '您没有待复核的操作',
  done: '还没有处理过的操作',
};
