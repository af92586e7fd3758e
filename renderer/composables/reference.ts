import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { call, on } from '#renderer/bridge/ipc.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';

interface ReferenceData {
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly matters: readonly Matter[];
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  readonly configs: readonly ConfigVersion[];
}

async function fetchAll(): Promise<ReferenceData> {
  const [officers, violations, matters, calendar, settings, configs] = await Promise.all([
    call('reference.officers', {}), call('reference.violations', {}), call('reference.matters', {}), call('reference.calendar', {}), call('reference.settings', {}), call('reference.configs', {}),
  ]);
  return {
    officers: new Map(officers.map((officer) => [officer.id, officer])),
    violations: new Map(violations.map((violation) => [violation.id, violation])),
    matters, calendar, settings, configs,
  };
}

/** Mirror of the reference tables that rules and pickers need: officers, violations, matters, calendar, settings. */
export const useReference = defineStore('reference', () => {
  const data = shallowRef<ReferenceData | null>(null);
  let loading: Promise<void> | null = null;

  on('records.changed', ({ reference }) => {
    if (reference && data.value !== null) void reload().catch(() => undefined);
  });

  /** Loads once; throws `AppFailure`. */
  function load(): Promise<void> {
    if (data.value !== null) return Promise.resolve();
    loading ??= reload().finally(() => { loading = null; });
    return loading;
  }

  async function reload(): Promise<void> {
    data.value = await fetchAll();
  }

  /** Forgets everything when another officer signs in. */
  function clear(): void {
    data.value = null;
  }

  const officers = computed(() => data.value?.officers ?? new Map<string, Officer>());
  const violations = computed(() => data.value?.violations ?? new Map<string, Violation>());
  const matters = computed(() => data.value?.matters ?? []);
  const calendar = computed(() => data.value?.calendar ?? null);
  const settings = computed(() => data.value?.settings ?? null);

  return { data, officers, violations, matters, calendar, settings, load, reload, clear };
});
