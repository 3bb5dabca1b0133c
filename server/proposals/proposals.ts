import { many, type Changes, type Database, type Read, type Transaction } from '../database';
import type { Listing } from '../paging';
import type { Proposal } from './proposal';

const PROPOSALS = 'proposals';

/** How an open proposal ends. */
export type Ending = Pick<Proposal, 'status' | 'decidedBy' | 'decidedAt' | 'note' | 'alone'>;

const ended = ({ _id }: Proposal, ending: Ending): Changes => ({
  set: { ...ending, openKey: _id },
});

/** Every proposal; nothing about one changes but that it ends. */
export const proposalsOf = (db: Database) => {
  const proposals = db.collection<Proposal>(PROPOSALS);
  return {
    get: (id: string) => proposals.get(id),

    /** Adds a proposal; false when its request was heard before, or the same is proposed already. */
    insertOnce: (proposal: Proposal) => proposals.insertOnce(proposal),

    /** Ends a proposal that is still open and has no effect. */
    end: (proposal: Proposal, ending: Ending) =>
      proposals.updateIf({ _id: proposal._id, status: 'open' }, ended(proposal, ending)),

    countOpen: () => proposals.count({ status: 'open' }),
  };
};

/** The same, in the transaction of its effect. */
export const proposalsIn = (tx: Transaction) => ({
  get: (id: string) => tx.get<Proposal>(PROPOSALS, id),
  end: (proposal: Proposal, ending: Ending) =>
    tx.update(PROPOSALS, proposal._id, ended(proposal, ending)),
});

/** The read of all proposals about one order. */
export const proposalsOfOrder = (orderId: string): Read<Proposal, true> =>
  many<Proposal>(PROPOSALS, { orderId }, { orderBy: [['madeAt', 'asc']], limit: 100 });

/** Proposals in pages, latest first. */
export const proposalsListed = (status: Proposal['status'] | undefined): Listing => ({
  collection: PROPOSALS,
  where: { ...(status && { status }) },
  sortBy: 'madeAt',
  size: 20,
});
