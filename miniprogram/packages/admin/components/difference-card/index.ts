import type { DifferenceRow, Proposed } from '../../../../../shared/books/contract';
import { DIFFERENCE_NAMES } from '../../../../../shared/books/differences';
import { PROPOSAL_NAMES, type ProposalKind } from '../../../../../shared/books/proposals';
import { minute } from '../../../../lib/format';
import { openPage, pages } from '../../../../lib/navigate';
import { say } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { DIFFERENCE_STORIES } from '../../differenceWords';
import { providerWord, signedYuan } from '../../moneyWords';

/** A difference in words, with what may be proposed about it. */
const differenceView = (difference: DifferenceRow) => ({
  name: DIFFERENCE_NAMES[difference.kind],
  story: DIFFERENCE_STORIES[difference.kind],
  detail: difference.detail,
  open: difference.status === 'open',
  when: minute(difference.foundAt),
  provider: providerWord(difference.provider),
  suspense: difference.suspense ? signedYuan(difference.suspense) : '',
  orderId: difference.orderId ?? '',
  transactionId: difference.transactionId ?? '',
  outcome: difference.resolution?.text ?? '',
  endedAt: difference.resolution ? minute(difference.resolution.at) : '',
  remedies: difference.remedies.map((kind, index) => ({
    kind,
    word: PROPOSAL_NAMES[kind],
    main: index === 0,
  })),
});

const ABOUT_REFUNDS: readonly ProposalKind[] = ['retryRefund', 'closeRefund'];

/** What a proposal of a kind has to name. */
const draftOf = (kind: ProposalKind, { differenceId, refundId }: DifferenceRow) =>
  (ABOUT_REFUNDS.includes(kind) ? { kind, refundId } : { kind, differenceId }) as Proposed;

/**
 * What does not fit, in plain words, and what can be done about it. Fires `propose` with `{draft, about}`.
 * `alone` where the order it belongs to is known already.
 */
Component({
  properties: {
    difference: { type: Object, value: {} as DifferenceRow },
    alone: { type: Boolean, value: false },
  },

  data: { shown: null as ReturnType<typeof differenceView> | null },

  observers: {
    difference(difference: DifferenceRow) {
      if (difference.kind) this.setData({ shown: differenceView(difference) });
    },
  },

  methods: {
    onRemedyTap({ currentTarget }: Tap<{ kind: ProposalKind }>) {
      const difference = this.data.difference as DifferenceRow;
      const draft = draftOf(currentTarget.dataset.kind, difference);
      this.triggerEvent('propose', { draft, about: difference.detail });
    },

    onOrderTap() {
      openPage(pages.orderFile, { orderId: this.data.shown?.orderId });
    },

    async onTransactionTap() {
      await wx.setClipboardData({ data: this.data.shown?.transactionId ?? '' });
      say('交易号已复制');
    },
  },
});
