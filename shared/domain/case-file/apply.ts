import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentFile } from '../document/document-file.ts';
import { DOCUMENT_RULES } from '../document/rules.ts';
import { CATALOGUE } from '../document/catalogue/catalogue.ts';
import { caseNumber, documentNumber, type NumberRequest, numberYear, taskSeries } from '../document/number-series.ts';
import { checkScope } from '../procedure/actors.ts';
import { hasEnded, STAGES } from '../procedure/stages.ts';
import { standIn } from '../procedure/stand-in.ts';
import { changeTask } from '../task/apply-task.ts';
import { fileOfTask, withPapers } from '../task/as-case-file.ts';
import { isTaskCommandKind } from '../task/commands.ts';
import type { Task } from '../task/task.ts';
import { transitionOf } from '../procedure/table.ts';
import { maySupply } from '../volume/missing.ts';
import { lendVolume, returnVolume } from './apply-archive.ts';
import { advanceCase, type CaseChange, edit, linkCase, recordPayment, register } from './apply-case.ts';
import { attachPdf, cancelDocument, countPrint, createDocument, discardDocument, type DocumentChange, editDocument, issueDocument, withSummary } from './apply-document.ts';
import { addEvidence, editEvidence, withdrawEvidence } from './apply-evidence.ts';
import { annotateEvidence, noteExport, withdrawAnnotation } from './apply-annotation.ts';
import { serveDocument } from './apply-service.ts';
import type { Applied, CaseAggregate, CommandContext } from './apply.types.ts';
import type { CaseFile, TimelineEntry } from './case-file.ts';
import { type AnyCaseCommand, type AnyCommand, type AnyTaskCommand, COMMANDS, type CommandKind } from './commands.ts';
import { commandSummary } from './summary.ts';
import { firstMisfit, fits } from './validate.ts';

type Change = (DocumentChange | CaseChange) & { readonly task?: Task };

/** Every kind's own rules; scope, schema and timeline are common to all. */
function change(aggregate: CaseAggregate, command: Exclude<AnyCaseCommand, { kind: 'case.register' }>, context: CommandContext): Result<Change> {
  const { file } = aggregate;
  switch (command.kind) {
    case 'case.edit': return edit(file, command.payload, context);
    case 'case.advance': return advanceCase(file, command.payload, context);
    case 'case.link': return linkCase(file, command.payload, context);
    case 'evidence.add': return addEvidence(file, command.payload, context);
    case 'evidence.edit': return editEvidence(file, command.payload, context);
    case 'evidence.withdraw': return withdrawEvidence(file, command.payload, context);
    case 'evidence.annotate': return annotateEvidence(file, command.payload, context);
    case 'evidence.withdraw-annotation': return withdrawAnnotation(file, command.payload, context);
    case 'evidence.export': return noteExport(file, command.payload, context);
    case 'document.create': return createDocument(aggregate, command, context);
    case 'document.edit': return editDocument(aggregate, command.payload, context);
    case 'document.discard': return discardDocument(aggregate, command.payload, context);
    case 'document.cancel': return cancelDocument(aggregate, command.payload, context);
    case 'document.issue': return issueDocument(aggregate, command.payload, context);
    case 'document.attach-pdf': return attachPdf(aggregate, command.payload, context);
    case 'document.serve': return serveDocument(aggregate, command.payload, context);
    case 'document.printed': return countPrint(aggregate, command.payload);
    case 'archive.lend': return lendVolume(file, command.payload, context);
    case 'archive.return': return returnVolume(file, command.payload, context);
    case 'payment.record': return recordPayment(file, command.payload, context);
  }
}

const REPEATED: ReadonlySet<CommandKind> = new Set(['case.edit', 'document.edit', 'task.edit']);

/** As which node of the route an opinion was given. */
function nodeOf({ approvals }: CaseFile, command: AnyCommand): string {
  const node = command.kind === 'case.advance' ? approvals.at(-1)?.node : undefined;
  return node === undefined ? '' : `（${node}）`;
}

/** Long typing sends many edits in a row; the timeline keeps one line for a run of the same by the same person. */
function extendTimeline(before: CaseFile | null, after: CaseFile, command: AnyCommand, context: CommandContext): readonly TimelineEntry[] {
  const moved = before !== null && before.stage !== after.stage ? `（${STAGES[before.stage]} → ${STAGES[after.stage]}）` : '';
  const entry: TimelineEntry = { opId: command.opId, at: context.now, officerId: context.actor.id, officerName: context.actor.name, text: `${commandSummary(command, before ?? undefined)}${nodeOf(after, command)}${moved}` };
  const last = after.timeline.at(-1);
  const repeated = last !== undefined && last.officerId === entry.officerId && last.text === entry.text && REPEATED.has(command.kind);
  return [...(repeated ? after.timeline.slice(0, -1) : after.timeline), entry];
}

function applied(aggregate: CaseAggregate | null, result: Change, command: AnyCommand, context: CommandContext): Applied {
  const file = { ...result.file, timeline: extendTimeline(aggregate?.file ?? null, result.file, command, context) };
  const task = result.task === undefined ? {} : { task: { ...result.task, timeline: file.timeline } };
  const document: DocumentFile | null = 'document' in result ? result.document : null;
  const documents = document === null ? (aggregate?.documents ?? new Map<string, DocumentFile>()) : new Map(aggregate?.documents).set(document.id, document);
  return { aggregate: { file, documents, ...task }, changedDocumentIds: document === null ? [] : [document.id], numbers: result.numbers };
}

/**
 * The case after a command, or why not: schema, scope, then the rules of its kind. Pure and the same on desktop and
 * server. `aggregate` is `null` for a case not yet known; its `documents` must hold the document a command names, and for
 * a 送达回证 being issued also the document it is about.
 */
export function applyCommand(aggregate: CaseAggregate | null, command: AnyCommand, asked: CommandContext): Result<Applied> {
  const context = standIn(asked);
  const schema = Object.hasOwn(COMMANDS, command.kind) ? COMMANDS[command.kind] : undefined;
  if (schema === undefined) return fail({ code: 'UNKNOWN_COMMAND', message: '本程序版本不认识这条操作，请升级后重试。', details: { kind: command.kind } });
  if (!fits(schema, command.payload)) return fail({ code: 'INVALID_INPUT', message: '操作内容不完整或者格式不正确，请核对后重试。', details: { path: firstMisfit(schema, command.payload) } });
  const result = answer(aggregate, command, context);
  return result.ok ? ok(applied(aggregate, result.value, command, context)) : result;
}

function answer(aggregate: CaseAggregate | null, command: AnyCommand, context: CommandContext): Result<Change> {
  if (isTaskCommand(command)) return applyToTask(aggregate, command, context);
  if (aggregate === null) return applyToNothing(command, context);
  return aggregate.task === undefined ? applyToCase(aggregate, command, context) : applyToTaskPapers(aggregate, aggregate.task, command, context);
}

function isTaskCommand(command: AnyCommand): command is AnyTaskCommand {
  return isTaskCommandKind(command.kind);
}

function applyToTask(aggregate: CaseAggregate | null, command: AnyTaskCommand, context: CommandContext): Result<Change> {
  const refusal = aggregate === null ? null : checkScope(context.actor, aggregate.file);
  if (refusal !== null) return fail(refusal);
  if (aggregate !== null && aggregate.task === undefined) return fail({ code: 'INVALID_INPUT', message: '这是一件案件，不是监管任务。' });
  const changed = changeTask(aggregate?.task ?? null, command, context);
  if (!changed.ok) return changed;
  const numbers: NumberRequest[] = aggregate === null ? [{ target: { kind: 'task' }, series: taskSeries(changed.value.channel), year: numberYear(context.today) }] : [];
  return ok({ file: fileOfTask(changed.value), task: changed.value, numbers });
}

/** Papers and exhibits: the rules of a case being verified hold for a visit. */
const OF_PAPERS: ReadonlySet<CommandKind> = new Set([
  'evidence.add', 'evidence.edit', 'evidence.withdraw', 'evidence.annotate', 'evidence.withdraw-annotation', 'evidence.export',
  'document.create', 'document.edit', 'document.discard', 'document.cancel', 'document.issue', 'document.attach-pdf', 'document.serve', 'document.printed',
]);

/** What a result rests on stays as it was. */
const OF_THE_VISIT: ReadonlySet<CommandKind> = new Set(['evidence.edit', 'evidence.withdraw']);

function applyToTaskPapers(aggregate: CaseAggregate, task: Task, command: AnyCaseCommand, context: CommandContext): Result<Change> {
  if (!OF_PAPERS.has(command.kind) || command.kind === 'case.register') return fail({ code: 'INVALID_INPUT', message: '这是一项监管任务，不是案件。立案后才能办理这一步。' });
  const refusal = checkScope(context.actor, aggregate.file);
  if (refusal !== null) return fail(refusal);
  if (task.state === 'cancelled') return fail({ code: 'STEP_NOT_ALLOWED', message: '这项监管任务已取消，不能再办理。' });
  if (task.result !== null && OF_THE_VISIT.has(command.kind)) return fail({ code: 'STEP_NOT_ALLOWED', message: '检查已经结束，检查时的证据不能再修改或者撤回。' });
  if (task.state === 'done' && command.kind === 'evidence.add') return fail({ code: 'STEP_NOT_ALLOWED', message: '任务已经办结，不能再添加证据。' });
  if (task.state === 'done' && command.kind === 'document.cancel') return fail({ code: 'STEP_NOT_ALLOWED', message: '任务已经办结，签发的文书不能再作废。' });
  const result = change(aggregate, command, context);
  return result.ok ? ok({ ...result.value, task: withPapers(task, result.value.file) }) : result;
}

function applyToNothing(command: AnyCaseCommand, context: CommandContext): Result<Change> {
  if (command.kind === 'case.register') return register(command, context);
  return fail({ code: 'NOT_FOUND', message: '没有找到这个案件，请同步后重试。' });
}

function applyToCase(aggregate: CaseAggregate, command: AnyCaseCommand, context: CommandContext): Result<Change> {
  if (command.kind === 'case.register') return fail({ code: 'INVALID_INPUT', message: '这条线索已经登记，不能重复登记。' });
  const refusal = checkScope(context.actor, aggregate.file) ?? endedRefusal(aggregate, command);
  return refusal === null ? change(aggregate, command, context) : fail(refusal);
}

/** What belongs to the papers of a case, whatever its stage: the PDF of a document, the count of its prints, who took a copy of an exhibit. */
const ALWAYS: ReadonlySet<CommandKind> = new Set(['document.attach-pdf', 'document.printed', 'evidence.export', 'archive.lend', 'archive.return']);

/**
 * An ended case takes the steps that archive, publish or reopen it, which the table names, and papers whose own rules
 * name its stage (不予立案告知书, 备考表) or that the archive waits for. Nothing else in it changes.
 */
function endedRefusal(aggregate: CaseAggregate, command: AnyCommand): AppError | null {
  const { stage } = aggregate.file;
  if (!hasEnded(stage) || ALWAYS.has(command.kind) || paperOfStage(aggregate, command) || clearsForArchive(stage, command)) return null;
  if (command.kind === 'case.link' || (command.kind === 'case.advance' && transitionOf(stage, command.payload.event) !== undefined)) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `本案${STAGES[stage]}，案卷内容不能再变更。` };
}

/** A draft left over must go before the case can be archived (`volumeComplete`). */
function clearsForArchive(stage: CaseFile['stage'], command: AnyCommand): boolean {
  return stage === 'CLOSED' && command.kind === 'document.discard';
}

function paperOfStage({ file }: CaseAggregate, command: AnyCommand): boolean {
  const code = paperOf(file, command);
  if (code === undefined) return false;
  const rule = DOCUMENT_RULES[code];
  return rule.draftStages.includes(file.stage) || rule.issueStages.includes(file.stage) || maySupply(file, code);
}

/** The kind of the document a command writes, issues or serves. */
function paperOf(file: CaseFile, command: AnyCommand): DocumentCode | undefined {
  if (command.kind === 'document.create') return command.payload.code;
  const id = command.kind === 'document.serve' ? command.payload.service.documentId
    : command.kind === 'document.edit' || command.kind === 'document.discard' || command.kind === 'document.issue' ? command.payload.documentId : null;
  return id === null ? undefined : file.documents.find((document) => document.id === id)?.code;
}

/** Whether a command makes the server give a number at once, so that it cannot wait in the outbox. Filing may wait: its number stays open. */
export function isOnlineOnly(command: AnyCommand, aggregate: CaseAggregate | null): boolean {
  if (command.kind !== 'document.issue') return false;
  const document = aggregate?.file.documents.find((each) => each.id === command.payload.documentId);
  return document !== undefined && CATALOGUE[document.code].series !== null;
}

/** Writes the numbers the server gave into the case and its documents, and says so in the timeline. */
export function assignNumbers(result: Applied, numbers: readonly { readonly request: NumberRequest; readonly n: number }[], context: CommandContext): CaseAggregate {
  return numbers.reduce((aggregate, { request, n }) => withNumber(aggregate, request, n, context), result.aggregate);
}

function withNumber(aggregate: CaseAggregate, request: NumberRequest, n: number, context: CommandContext): CaseAggregate {
  const { target, series, year } = request;
  if (target.kind === 'task') return withTaskNumber(aggregate, caseNumber(series, year, n), context);
  if (target.kind === 'case') {
    const caseNo = caseNumber(series, year, n);
    return { ...aggregate, file: withNumberEntry({ ...aggregate.file, caseNo }, `编定案号${caseNo}`, context) };
  }
  const docNo = documentNumber(series, year, n, context.settings);
  const document = aggregate.documents.get(target.documentId);
  const documents = document === undefined ? aggregate.documents : new Map(aggregate.documents).set(document.id, { ...document, docNo });
  const name = document === undefined ? '文书' : `《${DOCUMENT_NAMES[document.code]}》`;
  const file = withNumberEntry(withSummary(aggregate.file, target.documentId, { docNo }), `编定${name}文号${docNo}`, context);
  return { ...withFile(aggregate, file), documents };
}

function withTaskNumber(aggregate: CaseAggregate, taskNo: string, context: CommandContext): CaseAggregate {
  const numbered = withFile(aggregate, withNumberEntry(aggregate.file, `编定任务编号${taskNo}`, context));
  return numbered.task === undefined ? numbered : { ...numbered, task: { ...numbered.task, taskNo } };
}

function withFile(aggregate: CaseAggregate, file: CaseFile): CaseAggregate {
  return { ...aggregate, file, ...(aggregate.task === undefined ? {} : { task: { ...withPapers(aggregate.task, file), timeline: file.timeline } }) };
}

function withNumberEntry(file: CaseFile, text: string, context: CommandContext): CaseFile {
  const opId = file.timeline.at(-1)?.opId ?? '';
  const entry: TimelineEntry = { opId, at: context.now, officerId: context.actor.id, officerName: context.actor.name, text };
  return { ...file, timeline: [...file.timeline, entry] };
}
