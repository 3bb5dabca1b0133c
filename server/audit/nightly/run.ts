import type { Context } from '../../context';
import { isOver, onePage } from '../walk/walk';
import { tellAdmins } from './alert';
import { auditsOf, furthered, type NightlyAudit } from './audits';

type Auditor = Pick<Context, 'db' | 'ids' | 'clock' | 'log'>;

/** A run stops by itself before the platform stops it. */
const WORKING_MS = 40_000;

/** What was found is kept so often: a cut loses no more than that. */
const KEEPING_MS = 5_000;

/**
 * Takes a day's audit as far as the time allows, and alerts when it ends with anything wrong. Safe to repeat, to cut off
 * anywhere and to run twice at a time: each step counts once.
 */
export const goOn = async (ports: Auditor, begun: NightlyAudit): Promise<NightlyAudit> => {
  const until = ports.clock.now() + WORKING_MS;
  let audit = begun;
  while (audit.status === 'running' && ports.clock.now() < until) {
    const further = await oneStep(ports, audit);
    if (!further) return audit;
    audit = further;
  }
  if (audit.status === 'violated' && audit.toldAt === undefined) await tellAdmins(ports, audit);
  return audit;
};

/** Pages for some seconds, then keeps what they found; undefined when another run was faster. */
const oneStep = async (
  { db, clock }: Auditor,
  audit: NightlyAudit,
): Promise<NightlyAudit | undefined> => {
  const now = clock.now();
  const ground = { db, now, startedAt: audit.startedAt };
  let { progress } = audit;
  do progress = await onePage(ground, progress);
  while (!isOver(progress) && clock.now() < now + KEEPING_MS);
  const further = furthered(audit, progress, clock.now());
  return (await auditsOf(db).keep(further)) ? further : undefined;
};
