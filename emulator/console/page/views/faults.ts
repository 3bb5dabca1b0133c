import type { Faults } from '../../../faults/faults';
import { act, read } from '../cloud';
import { button, element } from '../element';
import { view, type Doing } from '../view';

const LABELS: Record<keyof Faults, string> = {
  loseCallbacks: '支付通知全部丢失',
  duplicateCallbacks: '每条通知多发几份',
  delayCallbacksMs: '通知延迟（毫秒，按云时钟）',
  wrongAmount: '实付金额改成（分，0 为不改）',
  closeOkButPaid: '关单成功后仍能付款',
  queryLagMs: '付款后多久仍查到未支付（毫秒）',
  errorAfterAccepting: '受理后返回错误的接口（逗号分隔）',
  refundOutcome: '退款结果',
  refundDelayMs: '退款多久出结果（毫秒，按云时钟）',
  closeSharings: '分账失败的单号（逗号分隔）',
  sharingDelayMs: '分账多久出结果（毫秒，按云时钟）',
  loseCalls: '请求丢失、没有应答的接口（逗号分隔）',
  merchantBalanceShort: '商户余额不足，已解冻的分账订单不能退款',
  emptyRefundLists: '查询退款返回空列表',
  billsNotReady: '账单一直未生成',
  billOmits: '账单漏掉的单号（逗号分隔）',
  billWrongAmount: '账单第一笔收款改成（分，0 为不改）',
  billExtraPayment: '账单多出一笔收款（分，0 为关闭）',
  databaseConflictOneIn: '每几次事务操作冲突一次（0 为关闭）',
  databaseTimeoutOneIn: '每几次数据库请求超时一次（0 为关闭）',
  databaseLatencyMs: '每次数据库请求增加的延迟（毫秒）',
  seed: '随机种子',
};
const OUTCOMES: Record<Faults['refundOutcome'], string> = {
  SUCCESS: '成功',
  CHANGE: '异常（CHANGE）',
  REFUNDCLOSE: '关闭（REFUNDCLOSE）',
};

/** The fault knobs. */
export const faultsView = view<Faults>({
  id: 'faults',
  title: '故障注入',
  load: () => read('faults'),
  draw: (faults, doing) => {
    const names = Object.keys(LABELS) as (keyof Faults)[];
    const knobs = names.map((name) => knob(name, faults[name], doing));
    const reset = button('全部关闭', () => {
      doing('关闭全部故障', () => act('faults', { reset: true }));
    });
    return [element('div', { class: 'card' }, ...knobs), reset];
  },
});

function knob(name: keyof Faults, value: Faults[keyof Faults], doing: Doing): HTMLElement {
  const turn = (changed: unknown) => {
    doing(LABELS[name], () => act('faults', { [name]: changed }));
  };
  return element('label', { class: 'knob' }, LABELS[name], control(name, value, turn));
}

type Turn = (changed: unknown) => void;

function control(name: keyof Faults, value: Faults[keyof Faults], turn: Turn): HTMLElement {
  if (name === 'refundOutcome') return outcomeControl(String(value), turn);
  if (typeof value === 'boolean')
    return input({ type: 'checkbox', checked: value }, (box) => turn(box.checked));
  if (typeof value === 'number') {
    const attributes = { type: 'number', min: '0', value: String(value) };
    return input(attributes, (box) => turn(box.valueAsNumber));
  }
  const names = (text: string) => text.split(/[,，\s]+/).filter((part) => part !== '');
  return input({ type: 'text', value: String(value) }, (box) => turn(names(box.value)));
}

function input(
  attributes: Record<string, string | boolean>,
  changed: (box: HTMLInputElement) => void,
): HTMLElement {
  const onchange = (event: Event) => {
    changed(event.target as HTMLInputElement);
  };
  return element('input', { ...attributes, onchange });
}

function outcomeControl(value: string, turn: Turn): HTMLElement {
  const options = Object.entries(OUTCOMES).map(([outcome, label]) =>
    element('option', { value: outcome, selected: outcome === value }, label),
  );
  const onchange = (event: Event) => {
    turn((event.target as HTMLSelectElement).value);
  };
  return element('select', { onchange }, ...options);
}
