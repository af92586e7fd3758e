import type { FastifyInstance } from 'fastify';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Does some tidying a minute after the start and then every day, until the server closes. A failure is logged and tried again the next day. */
export function daily(app: FastifyInstance, name: string, work: () => Promise<number>): void {
  const run = (): void => {
    work().then(
      (count) => { if (count > 0) app.log.info({ count }, name); },
      (error: unknown) => { app.log.error({ err: error }, `${name} failed`); },
    );
  };
  const first = setTimeout(run, MINUTE);
  const then = setInterval(run, DAY);
  for (const timer of [first, then]) timer.unref();
  app.addHook('onClose', () => {
    clearTimeout(first);
    clearInterval(then);
  });
}

/** The instant that lies `days` before now. */
export function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
