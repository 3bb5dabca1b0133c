import type { MemberStudy } from '../../learning/memberStudy';
import { monthOf } from '../../reconciliation/days';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';
import { total } from '../fold';

/** All stretches lie side by side, so that they are no longer than the time they were counted in. */
const findTooLong = ({ since, countedUntil, teachers }: MemberStudy): string[] => {
  const counted = total(Object.values(teachers), (ms) => ms);
  const passed = countedUntil - since;
  return unless(counted <= passed, `${counted} ms count of ${passed} that passed`);
};

const findOtherMonth = ({ since, countedUntil, month }: MemberStudy): string[] => [
  ...differs('the month it begins in', { is: monthOf(since), wanted: month }),
  ...differs('the month it ends in', { is: monthOf(countedUntil), wanted: month }),
];

const STUDY_CHECKS: readonly Check<MemberStudy>[] = [
  { id: 'INV34', find: findTooLong },
  { id: 'INV34', find: findOtherMonth },
];

/** Everything that is wrong with the study of a membership in one month. */
export const auditStudy = (caseFile: MemberStudy, moment: Moment): Violation[] =>
  examine(STUDY_CHECKS, { subject: caseFile._id, caseFile, moment });
