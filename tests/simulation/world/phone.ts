import type { Payment } from '../../../shared/orders/contract';
import type { Process } from '../schedule';
import type { Answer } from './functions';
import type { Stage } from './stage';

/** So often a phone taps again, by itself or its owner, when there was no answer. */
const TAPS = 3;

/** A phone in somebody's hand. */
export class Phone {
  constructor(
    readonly stage: Stage,
    private readonly process: Process,
    readonly openid: string,
  ) {}

  /** Calls a function; an answer that says nothing is asked for again with the very same request. */
  async call(name: string, event: object): Promise<Answer> {
    for (let tap = 1; tap < TAPS; tap += 1) {
      const answer = await this.tap(name, event);
      if (answer.ok || !isNothing(answer)) return answer;
      await this.wait(2000);
    }
    return this.tap(name, event);
  }

  /** Calls a function once. */
  async tap(name: string, event: object): Promise<Answer> {
    const source = 'wx_client';
    const outcome = await this.stage.call(name, event, { openid: this.openid, source }).ended;
    return outcome.kind === 'done' ? outcome.value : { ok: false, code: 'INTERNAL' };
  }

  wait(ms: number): Promise<void> {
    return this.process.sleep(ms, this.stage.THOUGHT);
  }

  /** Pays with what the shop handed out, as long as WeChat lets it. */
  async pay(payment: Payment): Promise<void> {
    const { stage, openid } = this;
    await this.process.io(stage.AT_CASHIER, () => stage.provider.present(payment, openid));
  }
}

const isNothing = ({ code }: Answer): boolean =>
  code === 'INTERNAL' || code === 'PAYMENT_PROVIDER_BUSY' || code === 'CHANGED_MEANWHILE';
