import { Cron } from 'croner';

/** Expressions as they were read; an environment has a handful, and asks for each again and again. */
const known = new Map<string, Cron>();

function read(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) throw new Error(`a timer has seven fields: ${expression}`);
  return new Cron(expression, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true });
}

/**
 * The first moment after `after` that a WeChat cron names: seven fields, second to year, UTC+8; a day of the
 * month and a weekday given together mean either (functions/triggers). Undefined when there is none; throws for
 * an expression that is not one.
 */
export function nextRun(expression: string, after: number): number | undefined {
  const cron = known.get(expression) ?? read(expression);
  known.set(expression, cron);
  return cron.nextRun(new Date(after))?.getTime();
}
