import type { Transaction } from '../database';
import { MEMBER_STUDY, memberStudyId, type MemberStudy } from '../learning/memberStudy';
import { monthAfter, monthOf } from '../reconciliation/days';

/** A transaction takes six documents; three are the order, its holder and the entry. */
const MOST_MONTHS = 3;

/** The months in Beijing between two moments, the last few of them. */
const monthsOf = ({ from, until }: { readonly from: number; readonly until: number }): string[] => {
  const months: string[] = [];
  for (let at = from; at < until; at = monthAfter(at)) months.push(monthOf(at));
  return months.slice(-MOST_MONTHS);
};

/**
 * How long the member of an order studied with whom, teacherId → ms. A month in which the membership was suspended at
 * its end, because money was asked back, counts with the one after.
 */
export const studiedIn = async (
  tx: Transaction,
  orderId: string,
  between: { readonly from: number; readonly until: number },
): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const month of monthsOf(between)) {
    const study = await tx.get<MemberStudy>(MEMBER_STUDY, memberStudyId(orderId, month));
    for (const [teacherId, ms] of Object.entries(study?.teachers ?? {})) {
      sums[teacherId] = (sums[teacherId] ?? 0) + ms;
    }
  }
  return sums;
};
