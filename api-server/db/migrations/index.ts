import type { Migration } from 'kysely';
import { up as people } from './0010-people.ts';
import { up as cases } from './0020-cases.ts';
import { up as sync } from './0030-sync.ts';
import { up as audit } from './0040-audit.ts';
import { up as calendar } from './0050-calendar.ts';
import { up as deadlines } from './0060-deadlines.ts';
import { up as configs } from './0070-configs.ts';
import { up as review } from './0080-review.ts';
import { up as sameAct } from './0090-same-act.ts';
import { up as tasks } from './0100-tasks.ts';
import { up as matters } from './0110-matters.ts';
import { up as draws } from './0120-draws.ts';
import { up as registers } from './0130-registers.ts';
import { up as statistics } from './0140-statistics.ts';
import { up as readerNotes } from './0150-reader-notes.ts';
import { up as recordTimes } from './0160-record-times.ts';
import { up as archiveNumber } from './0170-archive-number.ts';
import { up as countedPart } from './0180-counted-part.ts';

/** Every migration by name, in the order of the names. Forward only; a number is never reused, gaps leave room. */
export const MIGRATIONS = {
  '0010-people': { up: people },
  '0020-cases': { up: cases },
  '0030-sync': { up: sync },
  '0040-audit': { up: audit },
  '0050-calendar': { up: calendar },
  '0060-deadlines': { up: deadlines },
  '0070-configs': { up: configs },
  '0080-review': { up: review },
  '0090-same-act': { up: sameAct },
  '0100-tasks': { up: tasks },
  '0110-matters': { up: matters },
  '0120-draws': { up: draws },
  '0130-registers': { up: registers },
  '0140-statistics': { up: statistics },
  '0150-reader-notes': { up: readerNotes },
  '0160-record-times': { up: recordTimes },
  '0170-archive-number': { up: archiveNumber },
  '0180-counted-part': { up: countedPart },
} as const satisfies Record<string, Migration>;
