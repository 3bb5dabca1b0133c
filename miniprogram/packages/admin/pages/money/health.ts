import type {
  AuditRow,
  MoneyOverview,
  ReconciliationRow,
} from '../../../../../shared/books/contract';
import { pages } from '../../../../lib/navigate';
import { providerWord } from '../../moneyWords';

type Tone = 'good' | 'bad' | 'quiet';

/** One answer to “are the books right”, with what to do where they are not. */
export type Health = {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly page: string;
};

const RECONCILED: Readonly<Record<ReconciliationRow['status'], { tone: Tone; text: string }>> = {
  waiting: { tone: 'quiet', text: '等待支付平台出账单' },
  working: { tone: 'quiet', text: '正在逐笔核对' },
  balanced: { tone: 'good', text: '逐笔一致' },
  differs: { tone: 'bad', text: '有差异待处理，请逐条查明' },
};

const reconciled = ({ provider, date, status, open }: ReconciliationRow): Health => ({
  tone: RECONCILED[status].tone,
  title: `${providerWord(provider)} ${date} 对账`,
  text: open > 0 ? `${open} 笔对不上，请到“差异”逐条查明` : RECONCILED[status].text,
  page: open > 0 ? pages.differences : pages.checks,
});

const audited = ({ date, violations }: AuditRow): Health => ({
  tone: violations === 0 ? 'good' : 'bad',
  title: `${date} 账目巡检`,
  text:
    violations === 0 ? '各项规则全部通过' : `${violations} 处不符合规则，请尽快查看并联系技术人员`,
  page: `${pages.checks}?tab=audits`,
});

const NOT_YET: Health = {
  tone: 'quiet',
  title: '对账与巡检',
  text: '还没有记录，首次运行后显示',
  page: pages.checks,
};

/** The latest reconciliation of each provider, and the latest audit. */
export const healthOf = ({ reconciliations, audits }: MoneyOverview): Health[] => {
  const providers = [...new Set(reconciliations.map(({ provider }) => provider))];
  const latest = providers.flatMap(
    (name) => reconciliations.find(({ provider }) => provider === name) ?? [],
  );
  const answers = [...latest.map(reconciled), ...audits.slice(0, 1).map(audited)];
  return answers.length > 0 ? answers : [NOT_YET];
};
