import type { Cache } from '#worker/db/cache.ts';
import { failure } from '#worker/failure.ts';

const DAY = 86_400_000;
/** A clock may be corrected by so much without being taken for turned back. */
const CLOCK_SLACK = DAY;
/** Until the first settings have come from the server. */
export const DEFAULT_LEASE_DAYS = 7;

export interface Lease {
  /** ISO instant. */
  readonly until: string;
}

function seen(cache: Cache, key: 'lastContactAt' | 'localTimeSeen'): number {
  return Number(cache.meta.get(key) ?? '0');
}

/** Further apart than a slow answer makes them. */
const CLOCKS_APART_MS = 2000;

/** Notes that the server was reached: the lease starts anew. Answers whether its clock stood elsewhere than was thought. */
export function noteContact(cache: Cache, now: number, serverTime: string): boolean {
  const moved = Math.abs(Date.parse(serverTime) - Date.parse(estimatedServerTime(cache, now))) > CLOCKS_APART_MS;
  cache.transact(() => {
    cache.meta.set('lastContactAt', String(now));
    cache.meta.set('localTimeSeen', String(now));
    cache.meta.set('clockOffset', String(Date.parse(serverTime) - now));
    if (serverTime > (cache.meta.get('serverTimeSeen') ?? '')) cache.meta.set('serverTimeSeen', serverTime);
  });
  return moved;
}

/** Notes the local time, so that a clock turned back later is seen. */
export function noteLocalTime(cache: Cache, now: number): void {
  if (now > seen(cache, 'localTimeSeen')) cache.meta.set('localTimeSeen', String(now));
}

export function leaseOf(cache: Cache, days: number): Lease {
  return { until: new Date(seen(cache, 'lastContactAt') + days * DAY).toISOString() };
}

/** Refuses CACHE_LEASE_EXPIRED when the lease has run out or the clock was turned back. */
export function checkLease(cache: Cache, days: number, now: number): Lease {
  const lease = leaseOf(cache, days);
  if (now < seen(cache, 'localTimeSeen') - CLOCK_SLACK) {
    throw failure('CACHE_LEASE_EXPIRED', '本机时间早于上次使用的时间。请校准系统时间，或联网登录后再使用。');
  }
  if (Math.max(now, seen(cache, 'localTimeSeen')) > Date.parse(lease.until)) {
    throw failure('CACHE_LEASE_EXPIRED', `离线使用已满 ${days} 天，本机缓存已锁定。请连接网络登录一次后继续使用，未同步的内容不受影响。`, { until: lease.until, days });
  }
  return lease;
}

/** The server's time as well as this machine can tell; never earlier than what the server has said before. ISO instant. */
export function estimatedServerTime(cache: Cache, now: number): string {
  const offset = Number(cache.meta.get('clockOffset') ?? '0');
  const estimate = new Date(now + offset).toISOString();
  const known = cache.meta.get('serverTimeSeen') ?? '';
  return estimate > known ? estimate : known;
}
