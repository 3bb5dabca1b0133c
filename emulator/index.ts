import { assemble } from './assemble';
import { checkVariables, type EnvironmentSettings } from './functions/environment';
import { serve } from './http/server';
import { openMailSink } from './mail/sink';
import type { CloudOptions } from './options';
import { cloudRoutes } from './routes';
import type { DocumentDatabase } from './database/contract';
import type { CloudStorage } from './storage/storage';
import type { TimerResult } from './timers/timers';

export type { CloudOptions } from './options';

/** A running local WeChat cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** For loading seeds and looking inside without going through a function. */
  database: DocumentDatabase;
  /** Files, ids and links. */
  storage: CloudStorage;
  /** Moves the cloud's clock forward; what falls due on the way has run when this resolves. */
  advance(ms: number): Promise<void>;
  /** Runs a function's timer now. Throws RangeError when it has none. */
  runTimer(functionName: string): Promise<TimerResult>;
  /** Ends every function and closes the files. */
  close(): Promise<void>;
}

/** Starts a cloud on 127.0.0.1. Resolves once functions can be called. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const settings: EnvironmentSettings = {
    env: options.env ?? 'local-env',
    appid: options.appid ?? 'wx0000000000000001',
    origin: '',
    variables: {},
  };
  const services = assemble(options, settings);
  const server = await serve(cloudRoutes(options, services, settings), options.port);
  const mail = await openMailSink(services.outbox);
  settings.origin = `http://127.0.0.1:${String(server.port)}`;
  settings.variables = filledIn(options.environmentVariables ?? {}, {
    origin: settings.origin,
    smtp: mail.url,
  });
  checkVariables(settings.variables);
  services.timeline.start();
  return {
    url: settings.origin,
    database: services.database,
    storage: services.storage,
    advance: (ms) => services.timeline.advance(ms),
    runTimer: (name) => services.timers.runNow(name),
    close: async () => {
      await services.timeline.stop();
      await server.close();
      await services.pool.close();
      await mail.close();
      services.database.close();
      services.state.close();
    },
  };
}

/** Replaces `{{name}}` in every value. */
function filledIn(variables: Record<string, string>, known: Record<string, string>) {
  const fill = (value: string) =>
    value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole);
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, fill(value)]));
}
