import { Cron } from 'croner';

/**
 * The first moment after `after` that a WeChat cron names: seven fields, second to year, UTC+8; a day of the
 * month and a weekday given together mean either (functions/triggers). Undefined when there is none; throws for
 * an expression that is not one.
 */
export function nextRun(expression: string, after: number): number | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) throw new Error(`a timer has seven fields: ${expression}`);
  const cron = new Cron(expression, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true });
  return cron.nextRun(new Date(after))?.getTime();
}
