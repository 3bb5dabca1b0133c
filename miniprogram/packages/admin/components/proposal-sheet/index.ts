import { PROPOSAL_NAMES } from '../../../../../shared/books/proposals';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';
import { HARD_PROPOSALS, PROPOSAL_EFFECTS } from '../../proposalWords';
import {
  emptyForm,
  fieldsOf,
  problemOf,
  proposalOf,
  type ProposalDraft,
  type ProposalForm,
} from './proposalForm';

type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  WechatMiniprogram.IAnyObject,
  { field: keyof ProposalForm }
>;

const PROVIDERS = [
  { provider: 'cloudPay', word: '微信支付' },
  { provider: 'virtualPay', word: '虚拟支付' },
] as const;

/**
 * Asks for what a proposal needs and makes it; open while there is a `draft`. Fires `done` once a second admin may
 * decide on it, and `close`.
 */
Component({
  properties: {
    draft: { type: Object, value: null as unknown as ProposalDraft },
    /** What it is about, in a sentence. */
    about: { type: String, value: '' },
  },

  data: {
    providers: PROVIDERS,
    form: emptyForm(),
    fields: fieldsOf('explain'),
    title: '',
    hint: '',
    hard: false,
    busy: false,
    requestId: '',
  },

  observers: {
    draft(draft: ProposalDraft | null) {
      if (!draft) return;
      this.setData({
        form: emptyForm(),
        fields: fieldsOf(draft.kind),
        title: PROPOSAL_NAMES[draft.kind],
        hint: PROPOSAL_EFFECTS[draft.kind],
        hard: HARD_PROPOSALS.includes(draft.kind),
        requestId: requestId(),
      });
    },
  },

  methods: {
    onInput({ currentTarget, detail }: Typed) {
      this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value });
    },

    onProviderTap({ currentTarget }: Tap<{ provider: ProposalForm['provider'] }>) {
      this.setData({ 'form.provider': currentTarget.dataset.provider });
    },

    async onSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { form, busy } = this.data;
      const draft = this.data.draft as ProposalDraft;
      const problem = problemOf(draft.kind, form);
      if (busy) return;
      if (problem) return say(problem);
      this.setData({ busy: true });
      const reply = await askMoney('proposal', {
        action: 'propose',
        requestId: this.data.requestId,
        proposal: proposalOf(draft, form),
        reason: detail.reason,
      });
      this.setData({ busy: false });
      if (!reply.ok) return sayWhy(reply);
      say('已提交，等待另一位管理员复核');
      this.triggerEvent('done');
    },

    onClose() {
      this.triggerEvent('close');
    },
  },
});
