import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { ServerDeps } from '../../deps.ts';
import { putDueInForce } from './repository.ts';

const MINUTE = 60_000;
/** A version is in force within this time of midnight. */
const EVERY = 10 * MINUTE;

/** Puts versions of matters in force on their day, until the server closes. A failure is logged and tried again. */
export function keepMattersInForce(app: FastifyInstance, { db, clock }: Pick<ServerDeps, 'db' | 'clock'>): void {
  let day = '';
  const run = (): void => {
    const today = shanghaiDay(clock().toISOString());
    if (today === day) return;
    putDueInForce(db, today).then(
      (count) => {
        day = today;
        if (count > 0) app.log.info({ count }, 'versions of matters put in force');
      },
      (error: unknown) => { app.log.error({ err: error }, 'versions of matters could not be put in force'); },
    );
  };
  const first = setTimeout(run, MINUTE);
  const then = setInterval(run, EVERY);
  for (const timer of [first, then]) timer.unref();
  app.addHook('onClose', () => {
    clearTimeout(first);
    clearInterval(then);
  });
}
