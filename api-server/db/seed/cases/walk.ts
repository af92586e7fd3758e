import { applyCommand, assignNumbers } from '#shared/domain/case-file/apply.ts';
import type { CaseAggregate, CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { AnyCommand, CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import type { NumberRequest } from '#shared/domain/document/number-series.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Random } from '../random.ts';

/** Gives the next number of a series; the same counters the server goes on with. */
export type Numbering = (request: NumberRequest) => number;

export interface WalkOptions {
  readonly caseId: string;
  readonly random: Random;
  readonly context: Omit<CommandContext, 'now' | 'today' | 'actor'>;
  readonly numbering: Numbering;
}

/** Leads a case through real commands, on days of the past, so that what is seeded is what officers would have made. */
export interface Walk {
  /** Goes on to a day, at nine in the morning. */
  on(date: string): void;
  /** Lets minutes of the day go by, e.g. while a record is made out. */
  pass(minutes: number): void;
  readonly today: () => string;
  /** Local minute, `YYYY-MM-DDTHH:mm`. */
  readonly minute: () => string;
  readonly now: () => string;
  readonly aggregate: () => CaseAggregate;
  act<K extends CommandKind>(actor: Officer, kind: K, payload: CommandPayload<K>): void;
  advance(actor: Officer, event: CaseEvent, opinion: string, data?: Readonly<Record<string, unknown>>): void;
  /** Writes a document and issues it; answers its id. */
  issue(actor: Officer, code: DocumentCode, values?: Readonly<Record<string, unknown>>, aboutDocumentId?: string): string;
}

const NINE = 9 * 60;

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function createWalk({ caseId, random, context, numbering }: WalkOptions): Walk {
  let aggregate: CaseAggregate | null = null;
  let day = '';
  let minuteOfDay = NINE;
  const minute = (): string => `${day}T${clock(minuteOfDay)}`;
  // Office hours in Shanghai (UTC+8) never reach into the day before.
  const now = (): string => `${day}T${clock(minuteOfDay - 8 * 60)}:00.000Z`;
  const known = (): CaseAggregate => {
    if (aggregate === null) throw new Error('The case is not registered yet');
    return aggregate;
  };
  const act = <K extends CommandKind>(actor: Officer, kind: K, payload: CommandPayload<K>): void => {
    minuteOfDay += random.between(2, 12);
    const at = now();
    const command = { opId: random.uuid(), kind, entityId: caseId, baseRev: aggregate?.file.rev ?? 0, payload, createdAt: at } as AnyCommand;
    const here = { ...context, now: at, today: day, actor };
    const result = applyCommand(aggregate, command, here);
    if (!result.ok) throw new Error(`${kind} on ${day} was refused: ${result.error.code} ${result.error.message}`);
    aggregate = assignNumbers(result.value, result.value.numbers.map((request) => ({ request, n: numbering(request) })), here);
  };
  return {
    // Two steps may fall on one day: the clock of that day goes on.
    on: (date) => { [day, minuteOfDay] = date === day ? [day, minuteOfDay] : [date, NINE]; },
    pass: (minutes) => { minuteOfDay += minutes; },
    today: () => day, minute, now, aggregate: known, act,
    advance: (actor, event, opinion, data = {}) => { act(actor, 'case.advance', { event, opinion, data: { ...data } }); },
    issue: (actor, code, values = {}, aboutDocumentId) => {
      const documentId = random.uuid();
      act(actor, 'document.create', { documentId, code, aboutDocumentId: aboutDocumentId ?? null, values: { ...values } });
      act(actor, 'document.issue', { documentId });
      return documentId;
    },
  };
}
