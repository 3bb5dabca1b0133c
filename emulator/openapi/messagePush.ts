import type { Clock } from '../clock';
import { platformCaller, type Source } from '../functions/caller';
import { FunctionFailure } from '../functions/failure';
import type { FunctionInvoker } from '../functions/invoker';
import type { Agenda } from '../schedule/agenda';
import { pushHead } from './pushHead';

export interface MessagePushParts {
  agenda: Agenda;
  clock: Clock;
  invoker: FunctionInvoker;
  appid: string;
  /** The function the console names for message pushes; without it pushes go nowhere, as in production. */
  functionName: string | undefined;
}

interface PushJob {
  event: string;
  fields: Record<string, unknown>;
}

const JOB = 'messagePush';

/** Message pushes of the mini-program to a function. */
export class MessagePush {
  constructor(private readonly parts: MessagePushParts) {
    parts.agenda.handle(JOB, (job: PushJob) => this.push(job));
  }

  /** Sends an event by the cloud's clock. */
  later(event: string, fields: Record<string, unknown>, delayMs: number): void {
    if (this.parts.functionName === undefined) return;
    this.parts.agenda.schedule(JOB, delayMs, { event, fields });
  }

  /** Sends a whole message at once; what the function answered, or undefined when it failed or nobody listens. */
  async now(message: Record<string, unknown>, source: Source = 'wx_paycallback'): Promise<unknown> {
    const { functionName: name, invoker } = this.parts;
    if (name === undefined) return undefined;
    try {
      const caller = platformCaller(source);
      const answer = await invoker.invoke({ name, event: message, caller });
      return JSON.parse(answer.result) as unknown;
    } catch (error) {
      if (error instanceof FunctionFailure) return undefined;
      throw error;
    }
  }

  private async push({ event, fields }: PushJob): Promise<void> {
    const { appid, clock } = this.parts;
    await this.now({ ...pushHead(event, clock.now()), appid, ...fields }, 'wx_unknown');
  }
}
