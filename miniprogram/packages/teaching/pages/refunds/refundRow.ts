import type { RefundStatus } from '../../../../../shared/refunds/machine';
import type { Answer } from '../../../../lib/call';
import { minute, yuan } from '../../../../lib/format';

type Refund = Answer<'getRefunds'>['items'][number];

export type Decision = 'approve' | 'reject';

/** What the caller may do about a refund: decide, advise the one who decides, or only look. */
type Say = 'decide' | 'advise' | 'look';

/** A refund as its line shows it. */
export type RefundRow = Refund & {
  readonly when: string;
  readonly paidYuan: string;
  readonly learnedWords: string;
  readonly opinionWords: string;
  readonly say: Say;
};

const OPINIONS: Readonly<Record<Decision, string>> = {
  approve: '讲师建议同意',
  reject: '讲师建议拒绝',
};

const learnedWords = ({ percent, lessons }: Refund['learned']): string =>
  lessons === 0 ? '还没开始学' : `已学 ${lessons} 节，完成 ${percent}%`;

const opinionWords = ({ opinion }: Refund): string => {
  if (!opinion) return '';
  return opinion.note
    ? `${OPINIONS[opinion.decision]}：${opinion.note}`
    : OPINIONS[opinion.decision];
};

const WAITING: RefundStatus = 'requested';

/** An admin who may not decide is the one who asked; a teacher who may not decide still may advise, once. */
const sayOf = ({ status, mayDecide, opinion }: Refund, admin: boolean): Say => {
  if (status !== WAITING) return 'look';
  if (mayDecide) return 'decide';
  return admin || opinion ? 'look' : 'advise';
};

export const refundRowOf = (refund: Refund, admin: boolean): RefundRow => ({
  ...refund,
  when: minute(refund.askedAt),
  paidYuan: yuan(refund.paid),
  learnedWords: learnedWords(refund.learned),
  opinionWords: opinionWords(refund),
  say: sayOf(refund, admin),
});

type SheetWords = {
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly least: number;
};

/** What the sheet says before a decision or an opinion. A refusal always needs its reason: the learner reads it. */
export const SHEET_WORDS: Readonly<
  Record<Exclude<Say, 'look'>, Readonly<Record<Decision, SheetWords>>>
> = {
  decide: {
    approve: {
      title: '同意退款',
      hint: '退款将原路退回，学员的学习权限随之收回。',
      button: '同意退款',
      least: 0,
    },
    reject: { title: '拒绝退款', hint: '学员会看到你写的原因。', button: '拒绝退款', least: 2 },
  },
  advise: {
    approve: {
      title: '建议同意',
      hint: '金额超过讲师审批额度，由管理员决定。',
      button: '提交意见',
      least: 0,
    },
    reject: {
      title: '建议拒绝',
      hint: '金额超过讲师审批额度，由管理员决定。',
      button: '提交意见',
      least: 2,
    },
  },
};
