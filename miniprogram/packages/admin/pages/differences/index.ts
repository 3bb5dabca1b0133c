import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import type { DifferenceRow } from '../../../../../shared/books/contract';
import { listPage } from '../../../../lib/listPage';
import { emptyList } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { askMoney } from '../../askMoney';
import { NO_PROPOSAL, type Begun } from '../../components/proposal-sheet/proposalForm';

type Status = DifferenceRow['status'];

const FILTERS: readonly Choice<Status>[] = [
  { value: 'open', word: '待处理' },
  { value: 'resolved', word: '已处理' },
];

/** What does not fit between the shop and the payment providers, and what can be proposed about it. */
Page({
  ...listPage,

  data: {
    ...emptyList<DifferenceRow>(),
    filters: FILTERS,
    filter: 'open' as Status,
    begun: NO_PROPOSAL,
  },

  fetch(cursor: string | undefined) {
    return askMoney('differences', { action: 'differences', status: this.data.filter, cursor });
  },

  onFilterChange({ detail }: Chosen<Status>) {
    this.setData({ ...loading, filter: detail.value });
    void this.load();
  },

  onPropose({ detail }: WechatMiniprogram.CustomEvent<Begun>) {
    this.setData({ begun: detail });
  },

  onSheetClose() {
    this.setData({ begun: NO_PROPOSAL });
  },

  onProposed() {
    this.setData({ begun: NO_PROPOSAL });
    void this.load();
  },
});
