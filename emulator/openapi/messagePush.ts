import type { Clock } from '../clock';
import { platformCaller } from '../functions/caller';
import type { FunctionInvoker } from '../functions/invoker';
import type { Agenda } from '../schedule/agenda';

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

  private async push({ event, fields }: PushJob): Promise<void> {
    const { functionName, invoker, appid, clock } = this.parts;
    if (functionName === undefined) return;
    const message = {
      ToUserName: 'gh_local0000000',
      FromUserName: 'oWechatOfficial',
      CreateTime: Math.floor(clock.now() / 1000),
      MsgType: 'event',
      Event: event,
      appid,
      ...fields,
    };
    await invoker.invoke({
      name: functionName,
      event: message,
      caller: platformCaller('wx_unknown'),
    });
  }
}
