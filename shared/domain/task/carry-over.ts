import type { CommandKind, CommandPayload } from '../case-file/commands.ts';
import { DOCUMENT_NAMES } from '../document/document-file.ts';
import { EVIDENCE_KINDS, type Evidence } from '../evidence/evidence.ts';
import type { Violation } from '../violation/violation.ts';
import { clueSourceOf, fileOfTask, findingsText, violationOfTask } from './as-case-file.ts';
import type { Task } from './task.ts';

/** A command of the new case, to be submitted in order. */
export type CarriedCommand = { readonly [K in CommandKind]: { readonly kind: K; readonly payload: CommandPayload<K> } }[CommandKind];

/** Issued records of a visit that are evidence of it: their PDFs go along. */
const RECORDS: ReadonlySet<string> = new Set(['XCJC', 'XWBL', 'KYBL', 'CYQZ', 'FCJL', 'ZGTZ', 'TGTZ', 'JGGZ']);

/**
 * What makes a visit a clue with everything carried over: party, project, officers, findings, photos, papers, article and
 * the order with its re-check. Nothing is typed again.
 */
export function carryOver(task: Task, violations: ReadonlyMap<string, Violation>): readonly CarriedCommand[] {
  const violationId = violationOfTask(task);
  const violation = violationId === null ? undefined : violations.get(violationId);
  const register: CarriedCommand = {
    kind: 'case.register',
    payload: {
      channel: task.channel, district: task.district, cause: violation?.cause ?? '', violationId: violation?.id ?? null,
      clue: { source: clueSourceOf(task), receivedOn: task.inspectedOn ?? task.createdOn, subject: subjectOf(task, violation), description: descriptionOf(task) },
      fromTask: { taskId: task.id, taskNo: task.taskNo ?? '', officerIds: [...task.officerIds] },
    },
  };
  const evidence: readonly CarriedCommand[] = [...task.evidence.filter((each) => each.withdrawn === null && !isSignature(task, each)).map(added), ...papers(task)];
  return [register, { kind: 'case.edit', payload: { changes: factsOf(task) } }, ...evidence];
}

function subjectOf(task: Task, violation: Violation | undefined): string {
  return `${task.party.name}${violation === undefined ? task.title : `涉嫌${violation.cause}`}`.slice(0, 200);
}

function descriptionOf(task: Task): string {
  const failed = task.orders.some((order) => order.rounds.some((round) => !round.passed)) ? '经责令改正并复查，当事人逾期未改正。' : '';
  const number = task.taskNo === null ? '' : `（${task.taskNo}）`;
  return `${task.title}${number}检查发现：\n${findingsText(task)}${failed === '' ? '' : `\n${failed}`}`.slice(0, 4000);
}

function factsOf(task: Task): CommandPayload<'case.edit'>['changes'] {
  const file = fileOfTask(task);
  const change = (path: string, from: unknown, to: unknown) => ({ path, from, to });
  return [
    change('party', null, task.party),
    ...(task.project === null ? [] : [change('project', null, task.project)]),
    ...(task.inspectedOn === null ? [] : [change('actOn', null, task.inspectedOn)]),
    ...(file.facts === '' ? [] : [change('facts', '', file.facts)]),
    ...(file.correctiveOrder === null ? [] : [change('correctiveOrder', null, file.correctiveOrder)]),
  ];
}

/** Pictures of signatures stand in the records already. */
function isSignature(task: Task, evidence: Evidence): boolean {
  return task.signatures.some((signature) => signature.evidenceId === evidence.id);
}

function added(evidence: Evidence): CarriedCommand {
  const { id, kind, title, proves, takenAt, takenPlace, takenBy, file, particulars, origin } = evidence;
  return {
    kind: 'evidence.add',
    payload: { evidence: { id, kind, title, proves, takenAt, takenPlace, takenBy, file, ...(particulars === undefined ? {} : { particulars }), ...(origin === undefined ? {} : { origin }) } },
  };
}

/** Those who made the record out on site. */
function makers(task: Task): string {
  return [...new Set(task.signIns.map((each) => each.officerName))].join('、').slice(0, 100);
}

function papers(task: Task): readonly CarriedCommand[] {
  return task.documents.flatMap(({ id, code, status, pdf, issuedAt, docNo }) => {
    if (status !== 'issued' || pdf === null || issuedAt === null || !RECORDS.has(code)) return [];
    const title = `${DOCUMENT_NAMES[code]}${docNo ?? ''}`;
    return [{
      kind: 'evidence.add' as const,
      payload: {
        evidence: {
          id: `paper-${id}`.slice(0, 64), kind: 'record' as const, title, proves: `${EVIDENCE_KINDS.record}：检查时的情况`, takenAt: issuedAt, takenPlace: task.place, takenBy: makers(task),
          file: { sha256: pdf.sha256, bytes: pdf.bytes, mime: 'application/pdf', name: `${title}.pdf` },
        },
      },
    }];
  });
}
