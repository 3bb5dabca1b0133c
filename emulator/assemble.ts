import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentDatabase } from './database/contract';
import { openDatabase } from './database';
import { FaultKnobs } from './faults/faults';
import { FunctionCatalog } from './functions/catalog';
import { staticEnvironment, type EnvironmentSettings } from './functions/environment';
import { InvocationHistory } from './functions/history';
import { InvocationTokens } from './functions/invocation';
import { FunctionInvoker } from './functions/invoker';
import { InstancePool } from './functions/pool';
import { Visitors } from './openapi/visitors';
import { MessagePush } from './openapi/messagePush';
import { MessageTemplates } from './openapi/messageTemplates';
import { SubscriptionQuota } from './openapi/subscribeMessage';
import type { CloudOptions } from './options';
import { Outbox } from './outbox/outbox';
import { feeRatesOf } from './pay/feeRates';
import { Notifier } from './pay/notifier';
import { OutsideRefunds } from './pay/outsideRefunds';
import { OrderBook } from './pay/orderBook';
import { Payer } from './pay/payer';
import { ShareReturns } from './pay/sharing/shareReturns';
import { SharingDesk } from './pay/sharing/sharingDesk';
import { TransferDesk } from './pay/transfers/transferDesk';
import { RefundDesk } from './pay/refundDesk';
import { Agenda } from './schedule/agenda';
import { Timeline } from './schedule/timeline';
import { DurableClock } from './state/durableClock';
import { openState } from './state/stateFile';
import { FileStore } from './storage/files';
import { checkStorageRules } from './storage/rules';
import { LinkSigner } from './storage/signature';
import { CloudStorage } from './storage/storage';
import { Timers } from './timers/timers';
import { AccessTokens } from './wechatApi/accessTokens';
import { Sessions } from './wechatApi/sessions';

const DEFAULT_LIMITS = { instancesPerFunction: 4, idleInstances: 16 };

/** Every service of one cloud, wired together but not yet listening. */
export type CloudServices = ReturnType<typeof assemble>;

/** Builds the services over `dataDir`; `settings.origin` is filled in once the port is known. */
export function assemble(options: CloudOptions, settings: EnvironmentSettings) {
  mkdirSync(options.dataDir, { recursive: true });
  const state = openState(join(options.dataDir, 'state.db'));
  const clock = new DurableClock(state);
  const agenda = new Agenda(state, clock);
  const faults = new FaultKnobs();
  const database = openDocuments(options, clock);
  const functions = assembleFunctions(options, settings, clock);
  const { invoker, catalog } = functions;
  const visitors = new Visitors(state, clock);
  const outbox = new Outbox(state, clock);
  const timers = new Timers({ catalog, invoker, agenda, clock });
  const timeline = new Timeline(clock, [agenda, timers], (error) => {
    process.stderr.write(
      `emulator: ${error instanceof Error ? String(error.stack) : String(error)}\n`,
    );
  });
  const push = new MessagePush({
    agenda,
    clock,
    invoker,
    appid: settings.appid,
    functionName: options.messagePush?.function,
  });
  const quota = new SubscriptionQuota(state);
  const templates = new MessageTemplates(options.messageTemplates);
  const account = { appid: settings.appid, secret: options.appSecret ?? 'local-secret' };
  const sessions = new Sessions(state, clock);
  const accessTokens = new AccessTokens(clock, account);
  const storage = assembleStorage(options, settings, { state, clock });
  const pay = assemblePay(options, settings, { state, clock, agenda, faults, invoker });
  const outsideRefunds = new OutsideRefunds({ ...pay, push, clock });
  return {
    state,
    clock,
    agenda,
    faults,
    database,
    visitors,
    outbox,
    timers,
    timeline,
    push,
    quota,
    templates,
    account,
    sessions,
    accessTokens,
    outsideRefunds,
    storage,
    ...functions,
    ...pay,
  };
}

type Shared = Pick<Assembled, 'state' | 'clock' | 'agenda' | 'faults' | 'invoker'>;
interface Assembled {
  state: ReturnType<typeof openState>;
  clock: DurableClock;
  agenda: Agenda;
  faults: FaultKnobs;
  invoker: FunctionInvoker;
}

function openDocuments(options: CloudOptions, clock: DurableClock): DocumentDatabase {
  return openDatabase({
    file: join(options.dataDir, 'documents.db'),
    clock,
    collections: options.collections,
    duplicateKeyVariant: options.strict?.duplicateKey ?? 'observed',
  });
}

function assembleFunctions(
  options: CloudOptions,
  settings: EnvironmentSettings,
  clock: DurableClock,
) {
  const catalog = new FunctionCatalog(options.functionsDir);
  const tokens = new InvocationTokens();
  const history = new InvocationHistory();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const pool = new InstancePool(limits, (name) => ({
    environment: staticEnvironment(settings, name),
    codeCacheDir: options.codeCacheDir,
  }));
  const invoker = new FunctionInvoker({ catalog, pool, tokens, history, clock, settings });
  return { catalog, tokens, history, pool, invoker };
}

function assembleStorage(
  options: CloudOptions,
  settings: EnvironmentSettings,
  { state, clock }: Pick<Shared, 'state' | 'clock'>,
) {
  checkStorageRules(options.rules.storage);
  const files = new FileStore(join(options.dataDir, 'storage'), state, clock);
  const signer = new LinkSigner(state);
  const { env } = settings;
  const origin = () => settings.origin;
  return new CloudStorage({ env, files, signer, rules: options.rules.storage, clock, origin });
}

function assemblePay(options: CloudOptions, { env, appid }: EnvironmentSettings, shared: Shared) {
  const { state, clock, agenda, faults, invoker } = shared;
  const book = new OrderBook(state, clock);
  const notifier = new Notifier({ state, agenda, book, invoker, faults, env });
  const refunds = new RefundDesk({ book, notifier, agenda, faults, appid });
  const payer = new Payer({ book, notifier, faults, appid });
  const transfers = new TransferDesk(state, clock);
  const feeRate = feeRatesOf(options).cloudPay;
  const sharings = new SharingDesk({ state, book, agenda, faults, feeRate });
  const shareReturns = new ShareReturns(state);
  return { book, notifier, refunds, payer, transfers, sharings, shareReturns };
}
