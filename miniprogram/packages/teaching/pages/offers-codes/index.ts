import type { BatchRow } from '../../../../../shared/offers/contract';
import type { Question } from '../../../../lib/call';
import { day, minute } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { manageOffers } from '../../managing';

type Batch = Omit<
  Extract<Question<'manageOffers'>, { action: 'makeCodes' }>,
  'action' | 'requestId'
>;

const NO_COURSE = { courseId: '', title: '' };

const labelOf = ({ voided, used, count, expiresAt }: BatchRow) => {
  if (voided) return { word: '已作废', look: '' };
  if (used >= count) return { word: '已用完', look: '' };
  return expiresAt <= Date.now()
    ? { word: '已过期', look: '' }
    : { word: '使用中', look: 'chip--success' };
};

const batchView = (batch: BatchRow) => ({
  ...batch,
  label: labelOf(batch),
  running: !batch.voided && batch.used < batch.count && batch.expiresAt > Date.now(),
  made: minute(batch.madeAt),
  until: day(batch.expiresAt - 1),
});

/** Batches of redeem codes: what they are for, how many are used; a new one shows its codes once. */
Page({
  ...listPage,

  data: {
    ...emptyList<ReturnType<typeof batchView>>(),
    requestId: requestId(),
    making: false,
    picking: false,
    sending: false,
    course: NO_COURSE,
    codes: [] as string[],
    voiding: '',
  },

  async fetch(cursor?: string) {
    return shownAs(await manageOffers<'batches'>({ action: 'listBatches', cursor }), batchView);
  },

  onCreateTap() {
    this.setData({ making: true, course: NO_COURSE, requestId: requestId() });
  },

  onMakeClose() {
    this.setData({ making: false });
  },

  onPickStart() {
    this.setData({ picking: true });
  },

  onPickClose() {
    this.setData({ picking: false });
  },

  onPick({ detail }: WechatMiniprogram.CustomEvent<{ courseId: string; title: string }>) {
    this.setData({ picking: false, course: detail });
  },

  async onMake({ detail }: WechatMiniprogram.CustomEvent<Batch>) {
    this.setData({ sending: true });
    const { requestId: number } = this.data;
    const reply = await manageOffers<'codes'>({
      action: 'makeCodes',
      requestId: number,
      ...detail,
    });
    this.setData({ sending: false });
    if (!reply.ok) {
      if (reply.code !== 'NETWORK') this.setData({ requestId: requestId() });
      return sayWhy(reply);
    }
    this.setData({ making: false, codes: reply.data.codes });
    await this.load();
  },

  onCodesClose() {
    this.setData({ codes: [] });
  },

  async onVoidTap({ currentTarget }: Tap<{ batch: string }>) {
    const { batch: batchId } = currentTarget.dataset;
    const sure = await askFirst('还没有用掉的兑换码会全部失效，不能恢复。', { yes: '作废' });
    if (!sure || this.data.voiding) return;
    this.setData({ voiding: batchId });
    const reply = await manageOffers<'batches'>({ action: 'voidCodes', batchId });
    this.setData({ voiding: '' });
    if (reply.ok) say('已作废');
    else sayWhy(reply);
    await this.load();
  },
});
