import { describe, expect, it } from 'vitest';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { durationText, placeText } from '#shared/domain/evidence/annotation.ts';
import { custodyOf } from '#shared/domain/evidence/custody.ts';
import { missingParticulars } from '#shared/domain/evidence/particulars.ts';
import { missingRecordings } from '#shared/domain/evidence/recording.ts';
import { type CaseRun, walkTo } from '../../../../helpers/cases.ts';

const ACT = { by: 'officer-1', on: '2026-03-11' };
const FILE = { sha256: 'b'.repeat(64), bytes: 4096, mime: 'image/jpeg', name: '现场.jpg' };
const ID = 'evidence-photo';

function photo(changes: Partial<CommandPayload<'evidence.add'>['evidence']> = {}): CommandPayload<'evidence.add'> {
  return { evidence: { id: ID, kind: 'audiovisual', title: '现场照片', proves: '证明已开工', takenAt: '2026-03-10T01:30:00.000Z', takenPlace: '示例工地', takenBy: '甲承办', file: FILE, origin: { takenAt: 'photo', takenPlace: 'photo' }, ...changes } };
}
function withPhoto(): CaseRun {
  const run = walkTo('INVEST');
  run.must('evidence.add', photo(), ACT);
  return run;
}
const itemOf = (run: CaseRun) => run.file.evidence.find((each) => each.id === ID)!;
const note = (members: Partial<CommandPayload<'evidence.annotate'>['annotation']> = {}): CommandPayload<'evidence.annotate'> => ({ evidenceId: ID, annotation: { id: 'note-0001', text: ' 未挂安全网 ', page: null, second: null, area: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, ...members } });
function codeOf(run: CaseRun, ...args: Parameters<CaseRun['try']>): string {
  const result = run.try(...args);
  return result.ok ? 'ok' : result.error.code;
}

describe('particulars (Administrative Penalty Law, art. 46)', () => {
  it('differ by kind; what is expected and unwritten is named', () => {
    expect(missingParticulars({ kind: 'electronic', file: FILE, particulars: { device: '主机', path: 'D:\\' } })).toEqual(['提取工具和版本', '时间校准情况']);
    expect(missingParticulars({ kind: 'audiovisual', file: FILE })).toEqual(['原始载体']);
    expect(missingParticulars({ kind: 'audiovisual', file: { ...FILE, mime: 'video/mp4' } })).toEqual(['时长', '原始载体']);
    expect(missingParticulars({ kind: 'appraisal', file: null, particulars: { institution: '示例检测', reportNo: '2026-1' } })).toEqual([]);
  });

  it('are edited like any field, with conflicts, and unknown ones are refused', () => {
    const run = withPhoto();
    const set = (path: string, from: string, to: unknown) => ({ evidenceId: ID, changes: [{ path, from, to }] });
    run.must('evidence.edit', set('particulars.medium', '', '执法记录仪存储卡'), ACT);
    expect(itemOf(run).particulars).toEqual({ medium: '执法记录仪存储卡' });
    expect(codeOf(run, 'evidence.edit', set('particulars.medium', '', '别的'), ACT)).toBe('CONFLICT');
    expect(codeOf(run, 'evidence.edit', set('particulars.medium', '执法记录仪存储卡', 5), ACT)).toBe('FIELD_INVALID');
    expect(codeOf(run, 'evidence.edit', set('particulars.nonsense', '', 'x'), ACT)).toBe('FIELD_INVALID');
    expect(codeOf(walkTo('INVEST'), 'evidence.add', photo({ particulars: { nonsense: 'x' } }), ACT)).toBe('FIELD_INVALID');
  });
});

describe('where a time and place come from', () => {
  it('is the photo, until a person changes them', () => {
    const run = withPhoto();
    run.must('evidence.edit', { evidenceId: ID, changes: [{ path: 'takenPlace', from: '示例工地', to: '东门' }] }, ACT);
    expect(itemOf(run).origin).toEqual({ takenAt: 'photo', takenPlace: 'typed' });
  });
});

describe('exhibits under a measure', () => {
  it('belong to a measure of the same case', () => {
    const run = walkTo('INVEST');
    expect(codeOf(run, 'evidence.add', photo({ measureId: 'measure-1' }), ACT)).toBe('FIELD_INVALID');
    const measure = { id: 'measure-1', kind: 'preservation' as const, reason: '可能灭失', powerClause: '', items: [], place: '', keeper: '', approvedOn: '2026-03-10', startedOn: '2026-03-10', extendedDays: 0, settledOn: null, outcome: null };
    run.aggregate = { ...run.aggregate!, file: { ...run.file, measures: [measure] } };
    run.must('evidence.add', photo({ measureId: 'measure-1' }), ACT);
    run.must('evidence.edit', { evidenceId: ID, changes: [{ path: 'measureId', from: 'measure-1', to: null }] }, ACT);
    expect(itemOf(run).measureId).toBeNull();
  });
});

describe('the record of the whole process (Administrative Penalty Law, art. 47)', () => {
  it('names the acts that want a recording until one is registered for them', () => {
    const { file } = walkTo('INVEST');
    const service = { id: 'service-1', documentId: 'd', method: 'leave' as const, servedAt: '2026-03-11T09:00', place: '', recipient: '', recipientRelation: '', serverIds: [], refusalReason: '', witness: '' };
    const recording = { ...photo().evidence, file: null, addedBy: 'officer-1', addedAt: '2026-03-11T02:00:00.000Z', withdrawn: null, particulars: { records: '送达' } };
    expect(missingRecordings(file)).toEqual([]);
    expect(missingRecordings({ ...file, services: [service] })).toEqual(['送达']);
    expect(missingRecordings({ ...file, services: [service], evidence: [recording] })).toEqual([]);
    expect(missingRecordings({ ...file, services: [service], evidence: [{ ...recording, withdrawn: { by: 'officer-1', at: '', reason: '' } }] })).toEqual(['送达']);
  });
});

describe('annotations', () => {
  it('stand beside the original, also of those who only read, and are withdrawn by their author alone', () => {
    const run = withPhoto();
    const before = itemOf(run);
    run.must('evidence.annotate', note(), { by: 'reviewer-1', on: '2026-03-12' });
    expect(itemOf(run)).toEqual({ ...before, annotations: [expect.objectContaining({ text: '未挂安全网', byName: '辛审核', withdrawn: null })] });
    const withdrawal = { evidenceId: ID, annotationId: 'note-0001', reason: '看错了' };
    expect(codeOf(run, 'evidence.withdraw-annotation', withdrawal, ACT)).toBe('FORBIDDEN');
    expect(codeOf(run, 'evidence.withdraw-annotation', { ...withdrawal, reason: ' ' }, { by: 'reviewer-1', on: '2026-03-12' })).toBe('FIELD_INVALID');
    run.must('evidence.withdraw-annotation', withdrawal, { by: 'reviewer-1', on: '2026-03-12' });
    expect(itemOf(run).annotations).toHaveLength(1);
    expect(itemOf(run).annotations?.[0]?.withdrawn?.reason).toBe('看错了');
    expect(codeOf(run, 'evidence.withdraw-annotation', withdrawal, { by: 'reviewer-1', on: '2026-03-12' })).toBe('FIELD_NOT_EDITABLE');
  });

  it('say something, lie on the page, are made once, and are no business of the administrator', () => {
    const run = withPhoto();
    expect(codeOf(run, 'evidence.annotate', note({ text: '  ' }), ACT)).toBe('FIELD_INVALID');
    expect(codeOf(run, 'evidence.annotate', note({ area: { x: 0.9, y: 0, width: 0.2, height: 0.1 } }), ACT)).toBe('FIELD_INVALID');
    expect(codeOf(run, 'evidence.annotate', note(), { by: 'admin-one', on: '2026-03-11' })).toBe('OUT_OF_SCOPE');
    run.must('evidence.annotate', note(), ACT);
    expect(codeOf(run, 'evidence.annotate', note(), ACT)).toBe('FIELD_INVALID');
  });

  it('are told by page, second and frame', () => {
    expect(placeText({ page: 3, second: null, area: null })).toBe('第 3 页');
    expect(placeText({ page: null, second: 65.4, area: null })).toBe('01:05');
    expect(durationText(3723)).toBe('1:02:03');
  });
});

describe('the chain of custody', () => {
  it('names who brought it in, described, annotated, copied, listed, printed and withdrew it, in order', () => {
    const run = withPhoto();
    run.must('evidence.edit', { evidenceId: ID, changes: [{ path: 'proves', from: '证明已开工', to: '证明未领证开工' }] }, { by: 'officer-2', on: '2026-03-12' });
    run.must('evidence.annotate', note(), { by: 'officer-2', on: '2026-03-13' });
    expect(codeOf(run, 'evidence.export', { evidenceId: ID, purpose: ' ' }, ACT)).toBe('FIELD_INVALID');
    run.must('evidence.export', { evidenceId: ID, purpose: '送鉴定' }, { by: 'officer-1', on: '2026-03-14' });
    run.must('evidence.withdraw', { evidenceId: ID, reason: '重复' }, { by: 'officer-1', on: '2026-03-16' });
    expect(custodyOf(run.file, itemOf(run)).map(({ act, by, text }) => `${act} ${by} ${text}`)).toEqual([
      `added officer-1 现场.jpg，SHA-256 ${'b'.repeat(64)}`, 'described officer-2 证明内容', 'annotated officer-2 图中框选处：未挂安全网', 'exported officer-1 送鉴定', 'withdrawn officer-1 重复',
    ]);
  });

  it('goes on after the case is closed: a copy is noted, nothing else changes', () => {
    const run = walkTo('CLOSED');
    const closed = { ...run.file, evidence: [...run.file.evidence, { ...photo().evidence, addedBy: 'officer-1', addedAt: '2026-03-11T02:00:00.000Z', withdrawn: null }] };
    run.aggregate = { ...run.aggregate!, file: closed };
    const late = { by: 'officer-1', on: '2026-09-01' };
    run.must('evidence.export', { evidenceId: ID, purpose: '当事人申请复制' }, late);
    expect(codeOf(run, 'evidence.annotate', note(), late)).toBe('STEP_NOT_ALLOWED');
    const lines = custodyOf(run.file, itemOf(run));
    expect(lines.filter((line) => line.act === 'listed').map((line) => line.text).some((text) => text.includes('行政处罚决定书'))).toBe(true);
    expect(lines.at(-1)).toMatchObject({ act: 'exported', byName: '甲承办', text: '当事人申请复制' });
  });
});
