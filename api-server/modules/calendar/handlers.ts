import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { importCalendarYear, withYear, type CalendarYear } from '#shared/domain/time-limit/calendar-import.ts';
import { calendarWarning } from '#shared/domain/time-limit/calendar-warning.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import { appendChange } from '../../db/changes.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache, CURRENT } from '../../sync/reference.ts';
import { recountDueDays } from './recount.ts';
import { lastImports, readCalendar, recordImport, writeCalendar } from './repository.ts';

/** The holiday calendar as maintained data: an administrator of the city reads a file in, looks at it, and publishes it. */
export function calendarHandlers(deps: ServerDeps): Pick<Handlers, 'calendarYears' | 'previewCalendar' | 'publishCalendar'> {
  const reference = createReferenceCache(deps.db, deps.clock);
  return {
    async calendarYears() {
      const [calendar, imports] = [await readCalendar(deps.db), await lastImports(deps.db)];
      const years = calendar.years.map((year) => {
        const published = imports.find((each) => each.year === year);
        return { year, ...countsOf(calendar, year), publishedAt: published?.at.toISOString() ?? null, source: published?.source ?? '随软件提供' };
      });
      return ok({ years, warning: calendarWarning(calendar, today(deps)) });
    },

    async previewCalendar({ text }) {
      const read = importCalendarYear(text);
      return read.ok ? ok(compare(await readCalendar(deps.db), read.value)) : read;
    },

    async publishCalendar({ text, source }, request) {
      const allowed = cityOnly(request);
      const read = allowed.ok ? importCalendarYear(text) : allowed;
      if (!read.ok) {
        await audit(deps.db, entry(deps, request, null, read.error.code));
        return read;
      }
      const years = await publish(deps, request, read.value, { source, sha256: createHash('sha256').update(text).digest('hex') });
      const { settings, calendar } = await reference.load();
      const recounted = await recountDueDays(deps.db, { calendar, settings, today: today(deps) });
      return ok({ year: read.value.year, years: [...years], recounted });
    },
  };
}

function today(deps: ServerDeps): string {
  return shanghaiDay(deps.clock().toISOString());
}

function cityOnly(request: FastifyRequest): Result<null> {
  if (request.officer.district === CITY) return ok(null);
  return fail({ code: 'OUT_OF_SCOPE', message: '节假日日历由市级系统管理员统一发布，请联系市级系统管理员。' });
}

async function publish(deps: ServerDeps, request: FastifyRequest, added: CalendarYear, file: { readonly source: string; readonly sha256: string }): Promise<readonly number[]> {
  return await deps.db.transaction().execute(async (trx) => {
    const calendar = withYear(await readCalendar(trx, true), added);
    await writeCalendar(trx, calendar);
    await recordImport(trx, added, { at: deps.clock(), officerId: request.officer.id, ...file });
    await appendChange(trx, { kind: 'calendar', id: CURRENT, channel: null, district: null, op: 'put' });
    await audit(trx, entry(deps, request, String(added.year), 'ok'));
    return calendar.years;
  });
}

function exceptionsOf(calendar: WorkCalendar, year: number): ReadonlyMap<string, string> {
  return new Map(Object.entries(calendar.exceptions).filter(([date]) => Number(date.slice(0, 4)) === year));
}

function countsOf(calendar: WorkCalendar, year: number): { readonly holidays: number; readonly workdays: number } {
  const kinds = [...exceptionsOf(calendar, year).values()];
  return { holidays: kinds.filter((kind) => kind === 'holiday').length, workdays: kinds.filter((kind) => kind === 'workday').length };
}

/** What publishing would change, against the calendar in force. */
function compare(calendar: WorkCalendar, added: CalendarYear) {
  const [before, after] = [exceptionsOf(calendar, added.year), exceptionsOf(withYear(calendar, added), added.year)];
  return {
    year: added.year,
    days: [...added.days],
    replaces: calendar.years.includes(added.year),
    added: [...after.keys()].filter((date) => !before.has(date)),
    removed: [...before.keys()].filter((date) => !after.has(date)),
    changed: [...after].filter(([date, kind]) => before.has(date) && before.get(date) !== kind).map(([date]) => date),
  };
}

function entry(deps: ServerDeps, request: FastifyRequest, year: string | null, outcome: string): Parameters<typeof audit>[1] {
  return {
    at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action: 'calendar.publish',
    objectKind: 'calendar', objectId: year, outcome, requestId: request.id,
  };
}
