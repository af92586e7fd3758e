import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { AppError } from '#shared/contract/result.ts';
import { errorFrom } from '../bridge/failure.ts';
import { editField, pendingChanges, receiveValues, resolveConflict, startEdits, type FieldChange, type FieldConflict, type FieldEdits } from './field-edits.ts';

export type SaveState = 'clean' | 'dirty' | 'saving' | 'failed';

export interface AutosaveOptions {
  /** Stores the changes and answers the values as stored then; throws `AppFailure`. */
  readonly save: (changes: readonly FieldChange[]) => Promise<Readonly<Record<string, unknown>>>;
  /** Pause after the last key before a save, in milliseconds. */
  readonly pause: number;
}

export interface Autosave {
  readonly values: ComputedRef<Readonly<Record<string, unknown>>>;
  readonly conflicts: ComputedRef<Readonly<Record<string, FieldConflict>>>;
  readonly state: ComputedRef<SaveState>;
  /** When this form last saved something; `null` until then. */
  readonly savedAt: ShallowRef<Date | null>;
  /** Why something could not be saved; `fieldErrors` has the messages by path where a refusal names one. */
  readonly error: ComputedRef<AppError | null>;
  readonly fieldErrors: ComputedRef<Readonly<Record<string, string>>>;
  readonly canUndo: ComputedRef<boolean>;
  readonly set: (path: string, value: unknown) => void;
  /** Saves at once (leaving a field, the page or the window); resolves when nothing is left to save or a save failed. */
  readonly flush: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Sends again what was refused. */
  readonly retry: () => Promise<void>;
  readonly resolve: (path: string, side: 'mine' | 'theirs') => Promise<void>;
  /** Takes in what is stored now, e.g. after another desktop changed the record. */
  readonly receive: (values: Readonly<Record<string, unknown>>) => void;
  readonly stop: () => void;
}

/** Holds the moving parts of one form; `createAutosave` exposes them. */
class AutosaveEngine {
  readonly edits: ShallowRef<FieldEdits>;
  readonly saving = shallowRef(false);
  readonly savedAt = shallowRef<Date | null>(null);
  readonly refused = shallowRef<Readonly<Record<string, AppError>>>({});
  readonly history = shallowRef<readonly (readonly FieldChange[])[]>([]);
  private readonly options: AutosaveOptions;
  private own: Record<string, unknown> = {};
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;

  constructor(initial: Readonly<Record<string, unknown>>, options: AutosaveOptions) {
    this.edits = shallowRef(startEdits(initial));
    this.options = options;
  }

  set(path: string, value: unknown): void {
    this.edits.value = editField(this.edits.value, path, value);
    this.refused.value = Object.fromEntries(Object.entries(this.refused.value).filter(([key, error]) => key !== path && 'path' in (error.details ?? {})));
    this.stop();
    this.timer = setTimeout(() => void this.flush(), this.options.pause);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  flush(): Promise<void> {
    this.stop();
    this.running ??= this.saveAll().finally(() => { this.running = null; });
    return this.running;
  }

  receive(values: Readonly<Record<string, unknown>>): void {
    this.edits.value = receiveValues(this.edits.value, values, this.own);
  }

  async undo(): Promise<void> {
    await this.flush();
    const last = this.history.value.at(-1);
    if (last === undefined) return;
    this.history.value = this.history.value.slice(0, -1);
    for (const change of last) this.edits.value = editField(this.edits.value, change.path, change.from);
    const depth = this.history.value.length;
    await this.flush();
    this.history.value = this.history.value.slice(0, depth);
  }

  retry(): Promise<void> {
    this.refused.value = {};
    return this.flush();
  }

  resolve(path: string, side: 'mine' | 'theirs'): Promise<void> {
    this.edits.value = resolveConflict(this.edits.value, path, side);
    return this.flush();
  }

  /** Changes to send: a field the rules refused waits until it is typed anew and does not hold up the others. */
  private sendable(): readonly FieldChange[] {
    return pendingChanges(this.edits.value).filter((change) => !(change.path in this.refused.value));
  }

  private async saveAll(): Promise<void> {
    this.saving.value = true;
    try {
      for (let changes = this.sendable(); changes.length > 0; changes = this.sendable()) await this.saveOnce(changes);
    } finally {
      this.saving.value = false;
    }
  }

  private async saveOnce(changes: readonly FieldChange[]): Promise<void> {
    try {
      await this.store(changes);
    } catch (error) {
      this.refuse(errorFrom(error), changes);
    }
  }

  /** A refusal that names a field stops that field only; any other stops the form until the next key. */
  private refuse(error: AppError, changes: readonly FieldChange[]): void {
    const path = error.details?.['path'];
    const named = changes.filter((change) => change.path === path);
    if (error.code === 'CONFLICT' && named.length > 0) {
      this.receive({ ...this.edits.value.base, [String(path)]: error.details?.['current'] ?? null });
      return;
    }
    const blocked = named.length > 0 ? named : changes;
    this.refused.value = { ...this.refused.value, ...Object.fromEntries(blocked.map((change) => [change.path, error])) };
  }

  private async store(changes: readonly FieldChange[]): Promise<void> {
    for (const change of changes) this.own[change.path] = change.to;
    const stored = await this.options.save(changes);
    this.receive(stored);
    this.savedAt.value = new Date();
    this.history.value = [...this.history.value.slice(-19), changes];
  }
}

/**
 * One form that saves itself: after a pause, on leaving a field, and before leaving the page. Saves run one after
 * another, so that keys typed during a save are the next one.
 */
export function createAutosave(initial: Readonly<Record<string, unknown>>, options: AutosaveOptions): Autosave {
  const engine = new AutosaveEngine(initial, options);
  return {
    values: computed(() => engine.edits.value.draft),
    conflicts: computed(() => engine.edits.value.conflicts),
    state: computed(() => stateOf(engine)),
    savedAt: engine.savedAt,
    error: computed(() => Object.values(engine.refused.value)[0] ?? null),
    fieldErrors: computed(() => fieldErrorsOf(engine.refused.value)),
    canUndo: computed(() => engine.history.value.length > 0),
    set: (path, value) => { engine.set(path, value); },
    flush: () => engine.flush(),
    undo: () => engine.undo(),
    retry: () => engine.retry(),
    resolve: (path, side) => engine.resolve(path, side),
    receive: (values) => { engine.receive(values); },
    stop: () => { engine.stop(); },
  };
}

function stateOf(engine: AutosaveEngine): SaveState {
  if (engine.saving.value) return 'saving';
  if (Object.keys(engine.refused.value).length > 0) return 'failed';
  return pendingChanges(engine.edits.value).length > 0 ? 'dirty' : 'clean';
}

function fieldErrorsOf(refused: Readonly<Record<string, AppError>>): Readonly<Record<string, string>> {
  const named = Object.entries(refused).filter(([path, error]) => error.details?.['path'] === path);
  return Object.fromEntries(named.map(([path, error]) => [path, error.message]));
}
