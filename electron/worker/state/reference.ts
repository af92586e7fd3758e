import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { documentRules } from '#shared/domain/document/data.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { composeSettings } from '#shared/domain/config/compose.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import type { Cache } from '#worker/db/cache.ts';
import type { ReferenceKind } from '#worker/db/repositories/reference.ts';
import { failure } from '#worker/failure.ts';

/** Reference tables parsed once and kept until a pull changes them. */
export interface Reference {
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly matters: readonly Matter[];
  /** `null` until the first pull has brought them. */
  readonly calendar: WorkCalendar | null;
  readonly settings: Settings | null;
  /** Every published version of the configuration. */
  readonly configs: readonly ConfigVersion[];
}

export interface ReferenceCache {
  get(): Reference;
  forget(): void;
  /** Whether commands can be judged: calendar and settings are there. */
  ready(): boolean;
  /** The context of a command made at an instant. Refuses while the reference data are not there yet. */
  context(actor: Officer, instant: string): CommandContext;
  calendar(): WorkCalendar;
  settings(): Settings;
}

const NOT_THERE = '基础数据（工作日历、系统设置）尚未下载完成。请保持联网，稍候再试。';

/** The settings in force on a day, with channels and delegations; `null` until the first pull has brought them. */
function inForceOn(versions: readonly Settings[], configs: readonly ConfigVersion[], date: string): Settings | null {
  return versions.length === 0 ? null : composeSettings(versions, configs, date);
}

/** `now`: the server's clock as an ISO instant, as well as this machine can tell. */
export function createReference(cache: Cache, now: () => string = () => new Date().toISOString()): ReferenceCache {
  let kept: Reference | null = null;
  // Which version is in force is a question of the day: kept for one.
  let keptOn = '';

  function all<T>(kind: ReferenceKind): T[] {
    return cache.references.all(kind).map((body) => JSON.parse(body) as T);
  }

  function get(): Reference {
    const day = shanghaiDay(now());
    if (kept !== null && keptOn === day) return kept;
    keptOn = day;
    const configs = all<ConfigVersion>('config');
    kept = {
      officers: new Map(all<Officer>('officer').map((officer) => [officer.id, officer])),
      violations: new Map(all<Violation>('violation').map((violation) => [violation.id, violation])),
      matters: all<Matter>('matter'),
      calendar: all<WorkCalendar>('calendar')[0] ?? null,
      settings: inForceOn(all<Settings>('settings'), configs, day),
      configs,
    };
    return kept;
  }

  function calendar(): WorkCalendar {
    const found = get().calendar;
    if (found === null) throw failure('OFFLINE', NOT_THERE);
    return found;
  }

  function settings(): Settings {
    const found = get().settings;
    if (found === null) throw failure('OFFLINE', NOT_THERE);
    return found;
  }

  return {
    get,
    forget: () => { kept = null; },
    ready: () => get().calendar !== null && get().settings !== null,
    calendar,
    settings,
    context(actor, instant) {
      const { officers, violations, matters, configs } = get();
      return { now: instant, today: shanghaiDay(instant), actor: officers.get(actor.id) ?? actor, officers, violations, matters: new Map(matters.map((matter) => [matter.code, matter])), calendar: calendar(), settings: settings(), configs, documents: documentRules };
    },
  };
}
