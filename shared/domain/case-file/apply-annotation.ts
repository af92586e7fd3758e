import { type AppError, fail, type Result } from '../../contract/result.ts';
import { type Annotation, isArea } from '../evidence/annotation.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type CaseChange, unchangedNumbers } from './apply-case.ts';
import { logged, withEvidence } from './apply-evidence.ts';
import type { CommandContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import type { CommandPayload } from './commands.ts';

function missing(): AppError {
  return { code: 'NOT_FOUND', message: '卷内没有这份证据，请刷新后重试。' };
}

/** Whoever reads a case in the course of the procedure may note something beside an exhibit; an administrator has no part in it. */
function readerRefusal(context: CommandContext): AppError | null {
  if (context.actor.roles.some((role) => role !== 'admin')) return null;
  return { code: 'ROLE_NOT_ALLOWED', message: '批注和导出证据由办理、审核本案的人员进行，您没有这个岗位权限。' };
}

/** Notes may be made even when the exhibit itself is frozen: the original and its description stay as they are. */
export function annotateEvidence(file: CaseFile, payload: CommandPayload<'evidence.annotate'>, context: CommandContext): Result<CaseChange> {
  const evidence = file.evidence.find((each) => each.id === payload.evidenceId);
  const refusal = readerRefusal(context) ?? (evidence === undefined ? missing() : noteRefusal(evidence, payload.annotation));
  if (refusal !== null || evidence === undefined) return fail(refusal ?? missing());
  const { actor, now } = context;
  const note: Annotation = { ...payload.annotation, text: payload.annotation.text.trim(), by: actor.id, byName: actor.name, at: now, withdrawn: null };
  return unchangedNumbers(withEvidence(file, { ...evidence, annotations: [...(evidence.annotations ?? []), note] }));
}

function noteRefusal(evidence: Evidence, note: CommandPayload<'evidence.annotate'>['annotation']): AppError | null {
  if (note.text.trim() === '') return { code: 'FIELD_INVALID', message: '请填写批注内容。', details: { path: 'text' } };
  if (note.area !== null && !isArea(note.area)) return { code: 'FIELD_INVALID', message: '批注的位置超出了页面，请重新框选。', details: { path: 'area' } };
  if ((evidence.annotations ?? []).some((each) => each.id === note.id)) return { code: 'FIELD_INVALID', message: '这条批注已经保存，不能重复添加。', details: { path: 'id' } };
  return null;
}

export function withdrawAnnotation(file: CaseFile, payload: CommandPayload<'evidence.withdraw-annotation'>, context: CommandContext): Result<CaseChange> {
  const evidence = file.evidence.find((each) => each.id === payload.evidenceId);
  const note = evidence?.annotations?.find((each) => each.id === payload.annotationId);
  if (evidence === undefined || note === undefined) return fail({ code: 'NOT_FOUND', message: '没有找到这条批注，请刷新后重试。' });
  if (note.by !== context.actor.id) return fail({ code: 'FORBIDDEN', message: `这条批注是${note.byName}写的，只能由本人撤回。` });
  if (note.withdrawn !== null) return fail({ code: 'FIELD_NOT_EDITABLE', message: '这条批注已经撤回。' });
  if (payload.reason.trim() === '') return fail({ code: 'FIELD_INVALID', message: '请填写撤回理由。', details: { path: 'reason' } });
  const withdrawn = { ...note, withdrawn: { by: context.actor.id, at: context.now, reason: payload.reason.trim() } };
  return unchangedNumbers(withEvidence(file, { ...evidence, annotations: (evidence.annotations ?? []).map((each) => (each.id === note.id ? withdrawn : each)) }));
}

/** Keeps who took a copy out of the program, and what for. */
export function noteExport(file: CaseFile, payload: CommandPayload<'evidence.export'>, context: CommandContext): Result<CaseChange> {
  const evidence = file.evidence.find((each) => each.id === payload.evidenceId);
  const refusal = readerRefusal(context) ?? (evidence === undefined ? missing() : exportRefusal(evidence, payload.purpose));
  if (refusal !== null || evidence === undefined) return fail(refusal ?? missing());
  return unchangedNumbers(withEvidence(file, logged(evidence, 'exported', payload.purpose.trim(), context)));
}

function exportRefusal(evidence: Evidence, purpose: string): AppError | null {
  if (evidence.file === null) return { code: 'FIELD_INVALID', message: '这件证据没有电子文件，不能导出。', details: { path: 'evidenceId' } };
  return purpose.trim() === '' ? { code: 'FIELD_INVALID', message: '请填写导出的用途。', details: { path: 'purpose' } } : null;
}
