import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import { listPage } from '../../../../lib/listPage';
import { openPage, pages } from '../../../../lib/navigate';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';
import { NO_PROPOSAL, type ProposalDraft } from '../../components/proposal-sheet/proposalForm';
import { auditView, reconciliationView, type CheckView } from './checkView';

type Tab = 'reconciliations' | 'audits';

const TABS: readonly Choice<Tab>[] = [
  { value: 'reconciliations', word: '每日对账' },
  { value: 'audits', word: '账目巡检' },
];

const SETTLEMENT: ProposalDraft = { kind: 'recordSettlement' };

/** Each day as it was compared with the bills of the providers, and each run of the auditor, rule by rule. */
Page({
  ...listPage,

  data: {
    ...emptyList<CheckView>(),
    tabs: TABS,
    tab: 'reconciliations' as Tab,
    /** The audit all of whose rules are shown. */
    opened: '',
    begun: NO_PROPOSAL,
  },

  onLoad({ tab }: { tab?: Tab }) {
    if (tab) this.setData({ tab });
  },

  async fetch(cursor: string | undefined) {
    if (this.data.tab === 'audits') {
      return shownAs(await askMoney('audits', { action: 'audits', cursor }), auditView);
    }
    const reply = await askMoney('reconciliations', { action: 'reconciliations', cursor });
    return shownAs(reply, reconciliationView);
  },

  onTabChange({ detail }: Chosen<Tab>) {
    this.setData({ ...loading, tab: detail.value, opened: '' });
    void this.load();
  },

  onCheckTap({ currentTarget }: Tap<{ key: string }>) {
    const { key } = currentTarget.dataset;
    this.setData({ opened: this.data.opened === key ? '' : key });
  },

  onDifferencesTap() {
    openPage(pages.differences);
  },

  onJournalTap({ currentTarget }: Tap<{ day: string }>) {
    openPage(pages.journal, currentTarget.dataset);
  },

  onSettlementTap() {
    this.setData({ begun: { draft: SETTLEMENT, about: '' } });
  },

  onSheetEnd() {
    this.setData({ begun: NO_PROPOSAL });
  },
});
