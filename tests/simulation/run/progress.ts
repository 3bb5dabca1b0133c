import type { Message } from './job';

type Said = Extract<Message, { kind: 'progress' }>;

/** Where nobody looks at a terminal, a line this often, in ms. */
const LINE_EVERY_MS = 60_000;

/** Shows on the terminal how far the workers are. */
export class Progress {
  private readonly said = new Map<string, Said>();
  private lineAt = Date.now() + LINE_EVERY_MS;

  /** Takes what a worker says of a campaign. */
  note(part: number, message: Said): void {
    this.said.set(`${part}/${message.of}`, message);
    if (process.stderr.isTTY) process.stderr.write(`\r${this.text()} `);
    else if (Date.now() >= this.lineAt) this.line();
  }

  /** Leaves the terminal as it was. */
  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }

  private line(): void {
    this.lineAt = Date.now() + LINE_EVERY_MS;
    process.stderr.write(`${this.text()}\n`);
  }

  private text(): string {
    const all = [...this.said.values()];
    const schedules = all.reduce((sum, each) => sum + each.schedules, 0);
    const failures = all.reduce((sum, each) => sum + each.failures, 0);
    return `${schedules} schedules, ${failures} broken`;
  }
}
