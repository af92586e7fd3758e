import { existsSync } from 'node:fs';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { Cache } from '#worker/db/cache.ts';
import { openCache } from '#worker/db/open-cache.ts';
import type { Salvage } from '#worker/db/salvage.ts';
import type { Changed } from '#worker/db/store.ts';
import { createDocuments, type Documents } from '#worker/documents/documents.ts';
import type { EventBus } from '#worker/events.ts';
import { knownError } from '#worker/failure.ts';
import { writeFileAtomic } from '#worker/files/atomic.ts';
import { createFiles, type Files } from '#worker/files/files.ts';
import { createFileStore, type FileStore } from '#worker/files/store.ts';
import { errorFacts, logLine } from '#worker/log.ts';
import type { WorkerOptions } from '#worker/options.ts';
import { createIndexer, type Indexer } from '#worker/search/indexer.ts';
import { createReference, type ReferenceCache } from '#worker/state/reference.ts';
import { createState, type State } from '#worker/state/state.ts';
import { createSubmit, type Submit } from '#worker/state/submit.ts';
import { createEngine, type Engine } from '#worker/sync/engine.ts';
import { replayParked } from '#worker/sync/page.ts';
import type { Server } from '#worker/sync/server.ts';
import { createSingleFlight } from '#worker/sync/single-flight.ts';
import { createStatus, type Status } from '#worker/sync/status.ts';
import { createSyncStore } from '#worker/sync/store.ts';
import { createUploads } from '#worker/sync/uploads.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';
import { createCaseVolumes } from '#worker/volume/case-volumes.ts';
import { createNotesSync, type NotesSync } from '#worker/volume/notes-sync.ts';
import type { Volumes } from '#worker/volume/volume.ts';
import { estimatedServerTime, noteContact } from './lease.ts';
import type { Profile } from './profile.ts';

/** All that works on the open cache of the signed-in officer. */
export interface Workspace {
  readonly profile: Profile;
  readonly officer: Officer;
  readonly cache: Cache;
  readonly reference: ReferenceCache;
  readonly state: State;
  readonly status: Status;
  readonly engine: Engine;
  readonly indexer: Indexer;
  readonly files: Files;
  readonly store: FileStore;
  readonly documents: Documents;
  readonly volumes: Volumes;
  /** Carries private notes and marks between the desks of their author. */
  readonly notesSync: NotesSync;
  readonly submit: Submit;
  readonly recovered: Salvage | null;
  /** Local time in ms. */
  now(): number;
  /** ISO instant: the server's clock as well as this machine can tell. */
  serverTime(): string;
  changed(changed: Changed): void;
  /** Marks the cache to be checked whole at the next sign-in. */
  noteDamage(): void;
  start(): void;
  /** Stops the work, closes the cache and wipes the key. */
  close(): void;
}

export interface WorkspaceOptions {
  readonly worker: WorkerOptions;
  readonly profile: Profile;
  /** Copied; the copy is wiped when the workspace closes. */
  readonly key: Buffer;
  /** `null`: the officer noted in the cache. */
  readonly officer: Officer | null;
  readonly deviceId: string;
  readonly server: Server;
  readonly bus: EventBus;
  readonly typesetter: () => Typesetter;
  readonly authorise: () => Promise<void>;
  readonly expired: () => void;
  /** The server's clock was found elsewhere than this machine thought. */
  readonly clockMoved: () => void;
  readonly mayRecover: boolean;
}

const INTERVAL_MS = 15_000;
/** SQLite's page cache in KiB while much is written, and else: at 100,000 cases reading is as fast with 8 MiB as with 64. */
const PAGES_KIB = { filling: 65_536, reading: 8192 } as const;
/** So many rows waiting for the search index are a first pull or a large one. */
const FILLING_ROWS = 2000;

export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { worker, profile } = options;
  const clock = worker.clock ?? Date.now;
  const opened = openCache({ path: profile.database, key: options.key, nativeBinding: worker.nativeBinding, damageMark: profile.damageMark, mayRecover: options.mayRecover, now: new Date(clock()) });
  try {
    return assemble(options, opened.cache, opened.recovered, clock);
  } catch (error) {
    opened.cache.close();
    throw error;
  }
}

function noteOfficer(cache: Cache, officer: Officer | null): Officer {
  if (officer !== null) {
    cache.meta.set('officer', JSON.stringify(officer));
    return officer;
  }
  const noted = cache.meta.get('officer');
  if (noted === null) throw new Error('The cache has no officer');
  return JSON.parse(noted) as Officer;
}

function assemble(options: WorkspaceOptions, cache: Cache, recovered: Salvage | null, clock: () => number): Workspace {
  const { worker, profile, bus, server } = options;
  const officer = noteOfficer(cache, options.officer);
  const serverTime = (): string => estimatedServerTime(cache, clock());
  const reference = createReference(cache, serverTime);
  const state = createState({ cache, reference, actor: officer, today: () => shanghaiDay(serverTime()) });
  const status = createStatus({ cache, bus, now: () => new Date(clock()).toISOString() });
  const key = Buffer.from(options.key);
  const store = createFileStore(profile.files, key);
  const syncStore = createSyncStore({ state, now: serverTime });
  let closed = false;

  function noteDamage(): void {
    if (!existsSync(profile.damageMark)) writeFileAtomic(profile.damageMark, '');
  }

  function lookForDamage(error: unknown): void {
    if (knownError(error)?.code === 'CACHE_DAMAGED') noteDamage();
  }

  /** Work behind the person's back: a fault is logged, and never ends the worker. */
  function background(name: string, work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (closed) return;
      lookForDamage(error);
      logLine(name, errorFacts(error));
    });
  }

  function changed(what: Changed): void {
    if (closed) return;
    if (what.caseIds.length + what.documentIds.length > 0 || what.reference) {
      bus.emit('records.changed', what);
      indexer.wake();
    }
    status.outboxChanged();
  }

  let pagesKib = 0;

  function fitPages(unindexed: number): void {
    const wanted = cache.meta.get('lastSyncAt') === null || unindexed > FILLING_ROWS ? PAGES_KIB.filling : PAGES_KIB.reading;
    if (closed || wanted === pagesKib) return;
    pagesKib = wanted;
    cache.db.pragma(`cache_size=-${wanted}`);
  }

  const indexer = createIndexer({
    state,
    onProgress: (left) => {
      fitPages(left);
      status.touch();
    },
    onError: (error) => {
      lookForDamage(error);
      logLine('indexing failed', errorFacts(error));
    },
  });
  const uploads = createUploads({
    store: syncStore, server, files: store, bus, touched: () => status.touch(), missing: (sha256) => cache.files.markMissing(sha256), stopped: () => closed,
  });
  const engine = createEngine({
    store: syncStore, server, status, deviceId: options.deviceId, appVersion: worker.appVersion, intervalMs: worker.intervalMs ?? INTERVAL_MS,
    authorise: options.authorise, expired: options.expired, damaged: noteDamage, changed,
    contacted: (time) => { if (noteContact(cache, clock(), time)) options.clockMoved(); },
    afterRound: () => {
      fitPages(cache.search.countQueued());
      background('uploads failed', upload());
      background('typesetting failed', typesetting.request());
      notesSync.kick();
    },
  });
  const files = createFiles({ cache, store, server, online: () => engine.online(), bus, now: serverTime });
  const submit = createSubmit({
    state, now: serverTime, changed, outboxChanged: () => status.outboxChanged(), kick: () => engine.kick(), online: () => engine.online(), round: () => engine.round(),
  });
  const documents = createDocuments({ state, files: store, typesetter: options.typesetter, submit, now: serverTime, readFile: async (sha256) => (await files.read(sha256)).bytes });

  const volumes = createCaseVolumes({ state, documents, files, typesetter: options.typesetter, online: () => engine.online(), bus, now: serverTime });
  const notesSync = createNotesSync({ cache, server, bus, online: () => engine.online() && !closed, background: (work) => { background('notes sync failed', work); } });
  const typesetting = createSingleFlight(() => documents.finishIssued());

  async function upload(): Promise<void> {
    if (cache.files.countToUpload() === 0) return;
    status.uploading(true);
    try {
      await uploads.request();
    } finally {
      if (!closed) status.uploading(false);
    }
  }

  /** Commands caught under way by a crash go again; records of a newer server are tried again after an update. */
  function prepare(): void {
    cache.transact(() => {
      cache.outbox.requeue();
      if (cache.meta.get('rawVersion') !== worker.appVersion) {
        const busy = new Set(cache.outbox.openCaseIds());
        replayParked({ state, generation: Number(cache.meta.get('generation') ?? '1'), bulk: false, busy });
        cache.meta.set('rawVersion', worker.appVersion);
      }
    });
  }

  prepare();
  fitPages(cache.search.countQueued());
  return {
    profile, officer, cache, reference, state, status, engine, indexer, files, store, documents, volumes, notesSync, submit, recovered, serverTime, changed, noteDamage,
    now: clock,
    start() {
      indexer.wake();
      engine.start();
    },
    close() {
      closed = true;
      engine.stop();
      indexer.stop();
      status.stop();
      cache.close();
      key.fill(0);
    },
  };
}
