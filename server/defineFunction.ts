import type { Contract, ErrorOf, Input, Output, Reply } from '../shared/contract';
import type { FunctionName } from '../shared/contracts';
import { messages } from '../shared/messages';
import { reachOf, type Reach } from '../shared/permissions';
import { fail, type Failure, type Result } from '../shared/result';
import { kindOf, userBy, type Caller } from './caller';
import type { Context } from './context';
import type { Found, Read } from './database';
import type { Identity, Ports } from './ports';
import { withinLimit, type Limit } from './rateLimit';

type FunctionContract = Contract<FunctionName>;
type Reads = Readonly<Record<string, Read>>;

/** Given by `owner` when a call has no target yet, such as creating something. */
export const NO_TARGET = Symbol('no target');

/** A use case and what the wrapper must know to call it. */
export type Definition<C extends FunctionContract, R extends Reads> = {
  /** What the use case wants to have read; fetched together with the caller in one round trip. */
  readonly reads?: (input: Input<C>, call: { identity: Identity; now: number }) => R;
  /** Whose the target is. Where a permission says `own`, anybody else's is as if it did not exist. */
  readonly owner?: (found: Found<R>, input: Input<C>) => string | typeof NO_TARGET | undefined;
  /** How often one person may call. */
  readonly limit?: Limit;
  readonly run: (
    input: Input<C>,
    context: Context & { readonly found: Found<R>; readonly reach: Reach },
  ) => Promise<Result<Output<C>, ErrorOf<C>>>;
};

/** A function whose ports are still open: the cloud, a test or a simulation closes them. */
export type Handler<C extends Contract = Contract> = (
  ports: Ports,
) => (event: unknown) => Promise<Reply<C>>;

/**
 * Makes a cloud function of a contract and a use case. Identity, validation, permission, ownership, limits,
 * failures and the log line are dealt with here, once and in this order, for every function alike.
 */
export const defineFunction =
  <C extends FunctionContract, R extends Reads = Record<never, Read>>(
    contract: C,
    definition: Definition<C, R>,
  ): Handler<C> =>
  (ports) =>
  async (event) => {
    const call: Call<C, R> = { contract, definition, ports, event, now: ports.clock.now() };
    const traceId = ports.ids.fresh('trc');
    const outcome = await answer(call).catch((error: unknown): Failure<'INTERNAL'> => {
      ports.log({
        level: 'error',
        event: 'bug',
        function: contract.name,
        traceId,
        error: describe(error),
      });
      return fail('INTERNAL');
    });
    logCall(call, traceId, outcome.ok ? 'OK' : outcome.code);
    return outcome.ok ? outcome : { ...outcome, message: messages[outcome.code], traceId };
  };

type Outline = {
  readonly contract: FunctionContract;
  readonly ports: Ports;
  readonly now: number;
  readonly caller?: Caller;
};

type Call<C extends FunctionContract, R extends Reads> = {
  readonly contract: C;
  readonly definition: Definition<C, R>;
  readonly ports: Ports;
  readonly event: unknown;
  readonly now: number;
  caller?: Caller;
};

/** The one line that each call leaves in the log. */
const logCall = (call: Outline, traceId: string, outcome: string): void => {
  const { contract, ports, now, caller } = call;
  ports.log({
    level: 'info',
    event: 'call',
    function: contract.name,
    traceId,
    caller: caller?.user?._id ?? caller?.actor ?? 'unknown',
    outcome,
    tookMs: ports.clock.now() - now,
  });
};

const answer = async <C extends FunctionContract, R extends Reads>(
  call: Call<C, R>,
): Promise<Result<Output<C>, ErrorOf<C>>> => {
  const { contract, definition, ports, now } = call;
  const identity = ports.identify();
  const kind = kindOf(identity);
  if (!kind) return fail('NOT_ALLOWED');

  const parsed = contract.input.safeParse(withoutPlatformFields(call.event));
  if (!parsed.success) return fail('INVALID_INPUT');
  const input = parsed.data as Input<C>;

  const reads = readsOf(definition, input, { identity, now });
  const { user, found } = await readAll(ports, identity, reads);
  const caller: Caller = { ...identity, actor: actorOf(kind, user), ...(user && { user }) };
  call.caller = caller;

  const refusal = await refuse(call, { caller, input, found });
  if (refusal) return refusal;
  const reach = reachOf(contract.name, caller.actor) as Reach;
  return definition.run(input, { ...ports, caller, now, found, reach });
};

const readsOf = <C extends FunctionContract, R extends Reads>(
  definition: Definition<C, R>,
  input: Input<C>,
  call: { identity: Identity; now: number },
): R => definition.reads?.(input, call) ?? ({} as R);

/** A person is who their document says they are; the cloud is what the platform says it is. */
const actorOf = (
  kind: NonNullable<ReturnType<typeof kindOf>>,
  user: Caller['user'],
): Caller['actor'] => (kind === 'person' ? (user?.role ?? 'visitor') : kind);

const readAll = async <R extends Reads>(ports: Ports, { openid }: Identity, reads: R) => {
  const { caller, ...found } = await ports.db.together({
    ...reads,
    ...(openid && { caller: userBy(openid) }),
  });
  return { user: caller as Caller['user'], found: found as unknown as Found<R> };
};

/** The first reason to refuse a call that is well formed, or nothing. */
const refuse = async <C extends FunctionContract, R extends Reads>(
  { contract, definition, ports, now }: Call<C, R>,
  { caller, input, found }: { caller: Caller; input: Input<C>; found: Found<R> },
): Promise<Failure<ErrorOf<C>> | undefined> => {
  const reach = reachOf(contract.name, caller.actor);
  if (!reach) return fail(caller.actor === 'visitor' ? 'NOT_LOGGED_IN' : 'NOT_ALLOWED');
  if (reach === 'own' && !owns(caller, definition.owner?.(found, input))) return fail('NOT_FOUND');
  if (!definition.limit) return undefined;
  const subject = `${contract.name}-${nameOf(caller, ports)}`;
  const within = await withinLimit(ports.db, { subject, limit: definition.limit, now });
  return within ? undefined : fail('RATE_LIMITED');
};

/** Whether a target is the caller's; what has no target yet will be. */
const owns = ({ user }: Caller, owner: string | typeof NO_TARGET | undefined): boolean =>
  owner === NO_TARGET || (owner !== undefined && owner === user?._id);

/** Whom a limit counts: the user, or a hash of what is known of somebody who is none yet. */
const nameOf = ({ user, openid, clientIp }: Caller, { ids }: Ports): string =>
  user?._id ?? ids.derived('who', openid ?? clientIp);

/** The platform adds `userInfo` to what a phone sends; identity comes from the context, so it is dropped here. */
const withoutPlatformFields = (event: unknown): unknown => {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
  const {
    userInfo: _identityOfTheEvent,
    tcbContext: _context,
    ...sent
  } = event as Record<string, unknown>;
  return sent;
};

const describe = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
