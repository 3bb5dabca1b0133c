import { messages } from '../../../shared/messages';
import { call, type Answer, type Question, type Refusal } from '../../lib/call';

type Answers = Answer<'manageMoney'>;
type View = Answers['view'];

/** What `manageMoney` answers under one of its views. */
export type MoneyView<Name extends View> = Extract<Answers, { view: Name }>;

const isView = <Name extends View>(answer: Answers, view: Name): answer is MoneyView<Name> =>
  answer.view === view;

/** Asks `manageMoney`, whose answer to each action has a view of its own. */
export const askMoney = async <Name extends View>(
  view: Name,
  question: Question<'manageMoney'>,
): Promise<{ readonly ok: true; readonly data: MoneyView<Name> } | Refusal<'manageMoney'>> => {
  const reply = await call('manageMoney', question);
  if (!reply.ok) return reply;
  const { data } = reply;
  return isView(data, view)
    ? { ok: true, data }
    : { ok: false, code: 'INTERNAL', message: messages.INTERNAL };
};
