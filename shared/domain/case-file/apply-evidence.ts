import Type, { type TSchema } from 'typebox';
import { type AppError, fail, type Result } from '../../contract/result.ts';
import { type Evidence, EVIDENCE_KIND_KEYS } from '../evidence/evidence.ts';
import { isParticular } from '../evidence/particulars.ts';
import { ARTICLES } from '../procedure/articles.ts';
import type { CustodyEntry } from '../evidence/custody.ts';
import { isDate, shanghaiDay } from '../time-limit/days.ts';
import { type CaseChange, unchangedNumbers, writerRefusal } from './apply-case.ts';
import type { CommandContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import type { CommandPayload } from './commands.ts';
import { conflict } from './edit.ts';
import { EVIDENCE_LABELS, evidenceLabel, particularKey } from './labels.ts';
import { type Change, mergeValue } from './merge.ts';
import { fits } from './validate.ts';

const text = (maxLength: number) => Type.String({ maxLength });
const EDITABLE_MEMBERS: Readonly<Record<keyof typeof EVIDENCE_LABELS, TSchema>> = {
  kind: Type.Enum([...EVIDENCE_KIND_KEYS]), title: text(200), proves: text(500), takenAt: text(40), takenPlace: text(200), takenBy: text(100),
  measureId: Type.Union([text(64), Type.Null()]),
};

export function addEvidence(file: CaseFile, payload: CommandPayload<'evidence.add'>, context: CommandContext): Result<CaseChange> {
  const { evidence } = payload;
  const refusal = writerRefusal(file, context);
  if (refusal !== null) return fail(refusal);
  if (evidence.title.trim() === '') return fail({ code: 'FIELD_INVALID', message: '证据名称未填写。', details: { path: 'title' } });
  const taken = takenDay(evidence.takenAt);
  if (taken !== null && taken > context.today) return fail({ code: 'DATES_OUT_OF_ORDER', message: '证据取得时间晚于今天，请核对。', details: { path: 'takenAt' } });
  if (file.evidence.some((each) => each.id === evidence.id)) return fail({ code: 'FIELD_INVALID', message: '这份证据已在卷内，不能重复添加。', details: { path: 'id' } });
  const unknown = Object.keys(evidence.particulars ?? {}).find((key) => !isParticular(key));
  if (unknown !== undefined) return fail({ code: 'FIELD_INVALID', message: '证据要素中有本程序不认识的项目，请升级后重试。', details: { path: `particulars.${unknown}` } });
  const unheld = measureRefusal(file, evidence.measureId ?? null);
  if (unheld !== null) return fail(unheld);
  const added: Evidence = { ...evidence, addedBy: context.actor.id, addedAt: context.now, withdrawn: null };
  return unchangedNumbers({ ...file, evidence: [...file.evidence, added] });
}

/** An exhibit can only be kept under a measure of the same case. */
function measureRefusal(file: CaseFile, measureId: unknown): AppError | null {
  if (measureId === null || (file.measures ?? []).some((measure) => measure.id === measureId)) return null;
  return { code: 'FIELD_INVALID', message: '本案没有这项保存或者强制措施，请刷新后重新选择。', details: { path: 'measureId' } };
}

/** The day of an instant; `null` for free text. */
function takenDay(takenAt: string): string | null {
  return takenAt.length > 10 && !Number.isNaN(Date.parse(takenAt)) ? shanghaiDay(takenAt) : isDate(takenAt) ? takenAt : null;
}

/** Whether the standing notice names it: what was approved, or added before the notice was issued. */
function isNotified(file: CaseFile, evidence: Evidence): boolean {
  if (!file.noticeApproved) return false;
  const approvedAt = file.approvals.findLast((approval) => approval.event === 'approve-notice')?.at ?? '';
  const notice = file.documents.findLast((document) => document.code === 'GZS' && document.status === 'issued' && (document.issuedAt ?? '') >= approvedAt);
  return evidence.addedAt <= (notice?.issuedAt ?? approvedAt);
}

/** Evidence that a notice names stays until the party is notified anew; what a decision rests on stays for good. */
function changeRefusal(file: CaseFile, evidence: Evidence | undefined, context: CommandContext): AppError | null {
  const refusal = writerRefusal(file, context);
  if (refusal !== null) return refusal;
  if (evidence === undefined) return { code: 'NOT_FOUND', message: '卷内没有这份证据，请刷新后重试。' };
  if (evidence.withdrawn !== null) return { code: 'FIELD_NOT_EDITABLE', message: `证据“${evidence.title}”已撤回，不能再变更。` };
  if (file.decidedOn === null && isNotified(file, evidence)) {
    return { code: 'FIELD_NOT_EDITABLE', message: `证据“${evidence.title}”已列入告知的内容，不能再变更。确需变更的，请先退回重新告知。`, article: ARTICLES.notice };
  }
  if (file.decidedOn === null || shanghaiDay(evidence.addedAt) > file.decidedOn) return null;
  return { code: 'FIELD_NOT_EDITABLE', message: `处罚决定已作出，决定所依据的证据“${evidence.title}”不能再变更。` };
}

export function withEvidence(file: CaseFile, changed: Evidence): CaseFile {
  return { ...file, evidence: file.evidence.map((each) => (each.id === changed.id ? changed : each)) };
}

export function editEvidence(file: CaseFile, payload: CommandPayload<'evidence.edit'>, context: CommandContext): Result<CaseChange> {
  const evidence = file.evidence.find((each) => each.id === payload.evidenceId);
  const refusal = changeRefusal(file, evidence, context);
  if (refusal !== null || evidence === undefined) return fail(refusal ?? { code: 'NOT_FOUND', message: '卷内没有这份证据，请刷新后重试。' });
  let edited = evidence;
  for (const change of payload.changes) {
    const result = changeMember(file, edited, change);
    if ('code' in result) return fail(result);
    edited = result;
  }
  if (edited === evidence) return unchangedNumbers(file);
  const labels = [...new Set(payload.changes.map((change) => evidenceLabel(change.path)))].join('、');
  return unchangedNumbers(withEvidence(file, logged(edited, 'described', labels, context)));
}

function isMember(path: string): path is keyof typeof EVIDENCE_LABELS {
  return Object.hasOwn(EVIDENCE_LABELS, path);
}

/** Keeps with the exhibit who did what to it. */
export function logged(evidence: Evidence, act: CustodyEntry['act'], what: string, context: CommandContext): Evidence {
  return { ...evidence, log: [...(evidence.log ?? []), { act, at: context.now, by: context.actor.id, byName: context.actor.name, text: what }] };
}

function changeMember(file: CaseFile, evidence: Evidence, change: Change): Evidence | AppError {
  const { path } = change;
  const key = particularKey(path);
  if (key !== null) return changeParticular(evidence, key, change);
  if (!isMember(path)) return { code: 'FIELD_NOT_EDITABLE', message: '证据的原件和登记信息不能修改。需要更换的，请撤回后重新添加。', details: { path } };
  const label = EVIDENCE_LABELS[path];
  if (!fits(EDITABLE_MEMBERS[path], change.to)) return { code: 'FIELD_INVALID', message: `“${label}”的内容格式不正确或者过长，请重新填写。`, details: { path, label } };
  const outcome = mergeValue(evidence[path], change);
  if (outcome === 'conflict') return conflict(path, label, evidence[path], change);
  const refusal = path === 'measureId' ? measureRefusal(file, change.to) : null;
  if (refusal !== null) return refusal;
  return outcome === 'done' ? evidence : retyped({ ...evidence, [path]: change.to }, path);
}

/** What a person writes over is no longer the photo's own word. */
function retyped(evidence: Evidence, path: string): Evidence {
  if (evidence.origin === undefined || (path !== 'takenAt' && path !== 'takenPlace')) return evidence;
  return { ...evidence, origin: { ...evidence.origin, [path]: 'typed' } };
}

function changeParticular(evidence: Evidence, key: string, change: Change): Evidence | AppError {
  const label = evidenceLabel(change.path);
  if (!isParticular(key) || !fits(text(500), change.to)) return { code: 'FIELD_INVALID', message: `“${label}”的内容格式不正确或者过长，请重新填写。`, details: { path: change.path, label } };
  const current = evidence.particulars?.[key] ?? '';
  const outcome = mergeValue(current, change);
  if (outcome === 'conflict') return conflict(change.path, label, current, change);
  return outcome === 'done' ? evidence : { ...evidence, particulars: { ...evidence.particulars, [key]: change.to } };
}

export function withdrawEvidence(file: CaseFile, payload: CommandPayload<'evidence.withdraw'>, context: CommandContext): Result<CaseChange> {
  const evidence = file.evidence.find((each) => each.id === payload.evidenceId);
  const refusal = waiverRefusal(file, payload.evidenceId) ?? changeRefusal(file, evidence, context);
  if (refusal !== null || evidence === undefined) return fail(refusal ?? { code: 'NOT_FOUND', message: '卷内没有这份证据，请刷新后重试。' });
  if (payload.reason.trim() === '') return fail({ code: 'FIELD_INVALID', message: '请填写撤回理由。', details: { path: 'reason' } });
  const withdrawn: Evidence = { ...evidence, withdrawn: { by: context.actor.id, at: context.now, reason: payload.reason } };
  const waiverEvidenceId = file.waiverEvidenceId === evidence.id ? null : file.waiverEvidenceId;
  return unchangedNumbers({ ...withEvidence(file, withdrawn), waiverEvidenceId });
}

/** Once the case went on because of a waiver, the waiver stays. */
function waiverRefusal(file: CaseFile, evidenceId: string): AppError | null {
  if (file.waiverEvidenceId !== evidenceId || file.stage === 'NOTIFIED') return null;
  return { code: 'FIELD_NOT_EDITABLE', message: '案件已依据这份放弃声明继续办理，不能撤回。' };
}
