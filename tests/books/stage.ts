import type { OrderFile, Proposed, ProposalRow } from '../../shared/books/contract';
import type { Difference } from '../../server/differences/difference';
import type { JournalEntry } from '../../server/journal/journal';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import { freshRequest, registered, userDocument } from '../orders/stage';

/** Two admins of a shop: what one proposes the other decides on. */
export const twoAdmins = async (cloud: TestCloud): Promise<{ ann: Phone; bob: Phone }> => {
  const ann = await registered(cloud, 'oLocalAdmin');
  const bob = await registered(cloud, 'oSecondAdmin');
  const { _id: userId } = await userDocument(cloud, 'oSecondAdmin');
  const appointment = { action: 'setRole', userId, role: 'admin', reason: '一起管账' };
  dataOf(await ann.call('manageUsers', appointment));
  return { ann, bob };
};

export const proposed = (admin: Phone, proposal: Proposed, requestId = freshRequest()) =>
  admin.call('manageMoney', { action: 'propose', requestId, proposal, reason: '与买家核对过' });

export const decided = (admin: Phone, proposalId: string, decision = 'approve') =>
  admin.call('manageMoney', { action: 'decide', proposalId, decision });

/** One admin proposes, the other approves; the code of what came of it. */
export const carriedOut = async (
  { ann, bob }: { ann: Phone; bob: Phone },
  proposal: Proposed,
): Promise<string> => {
  const made = await proposed(ann, proposal);
  if (!made.ok) return codeOf(made);
  return codeOf(await decided(bob, proposalOf(made.data).proposalId));
};

export const proposalOf = (view: { view: string; proposal?: ProposalRow }): ProposalRow => {
  if (!view.proposal) throw new Error(`${view.view} is no proposal`);
  return view.proposal;
};

export const orderFileOf = async (admin: Phone, orderId: string): Promise<OrderFile> => {
  const view = dataOf(await admin.call('manageMoney', { action: 'order', orderId }));
  if (view.view !== 'order') throw new Error(`${view.view} is no order`);
  return view;
};

export const openDifferences = async (cloud: TestCloud): Promise<Difference[]> =>
  (await cloud.documents<Difference>('differences')).filter(({ status }) => status === 'open');

/** INV21: what lies in suspense is what is open. */
export const suspenseIsExplained = async (cloud: TestCloud): Promise<void> => {
  const journal = await cloud.documents<JournalEntry>('journal');
  const inSuspense = journal
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === 'suspense')
    .reduce((sum, { fen }) => sum - fen, 0);
  const open = (await openDifferences(cloud)).reduce((sum, { suspense }) => sum + suspense, 0);
  expect(inSuspense).toBe(open);
};
