import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatters } from '#api/db/seed/matters.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import { prefillOf } from '#renderer/features/inspection/prefill/index.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentCode, DocumentFile } from '#shared/domain/document/document-file.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { fileOfTask } from '#shared/domain/task/as-case-file.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { CALENDAR_2026, createWorld } from '#tests/helpers/cases.ts';
import { paperProblems } from '#tests/helpers/paper.ts';
import { PLAN, taskIn, taskOf } from '#tests/helpers/tasks.ts';
import { openFontDirectories } from '#worker/typesetting/fonts.ts';
import { createTypesetter } from '#worker/typesetting/typesetter.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const typesetter = createTypesetter({ fontPaths: openFontDirectories(path.join(ROOT, 'node_modules')), assetsDir: path.join(ROOT, 'electron/worker/typesetting/assets') });
const violations = new Map(readViolations().map((violation) => [violation.id, violation]));
/** A matter of the bureau with everything it looks at: the longest papers an officer meets. */
const matter: Matter = readMatters().find((each) => each.channel === 'JC' && each.subs.flatMap((sub) => sub.items).some((item) => item.violationId === 'J01'))!;

/** A visit in which two items of the matter failed, each with two photos. */
function visit(): Task {
  const task = taskOf(taskIn('on-site'));
  const failing = new Set(matter.subs.flatMap((sub) => sub.items).filter((item) => item.violationId !== null).slice(0, 2).map((item) => item.id));
  const checklist = checklistOf([matter]).map((line, index) => (failing.has(line.itemId)
    ? { ...line, result: 'fail' as const, note: '现场正在进行基坑开挖，施工单位未能出示施工许可证，现场负责人称手续正在办理', evidenceIds: [`photo-${String(index)}a`, `photo-${String(index)}b`] }
    : { ...line, result: 'pass' as const }));
  const photos = checklist.flatMap((line) => line.evidenceIds).concat('photo-after').map((id) => ({
    id, kind: 'audiovisual' as const, title: '是否取得施工许可证（现场照片）', proves: '现场情况', takenAt: id === 'photo-after' ? '2026-03-18T01:30:00.000Z' : '2026-03-10T01:40:00.000Z', takenPlace: '示例路1号示例家园二期工地北门', takenBy: '甲承办',
    file: { sha256: 'a'.repeat(64), bytes: 9, mime: 'image/jpeg', name: `${id}.jpg` }, addedBy: 'officer-1', addedAt: '2026-03-10T01:41:00.000Z', withdrawn: null,
  }));
  return {
    ...task, matterCodes: [matter.code], checklist, evidence: photos, findings: ['工地大门处未公示工程概况和参建单位信息'], party: { ...PLAN.party, representativePost: '总经理', phone: '0512-00000001' }, description: '群众反映该工地夜间施工，未见公示施工许可证，请核查。',
    signatures: [{ id: 's', signer: 'party', name: '示例人', evidenceId: 'sign-1', refusal: '', at: '2026-03-10T10:40' }, { id: 'w', signer: 'witness', name: '林见证', evidenceId: 'sign-2', refusal: '', at: '2026-03-10T10:41' }],
  };
}

function order(task: Task, kind: CorrectiveOrder['kind'], passed: boolean): CorrectiveOrder {
  const items = task.checklist.filter((line) => line.result === 'fail').map((line) => ({ id: `item-${line.itemId}`, text: '整改到位：取得施工许可证后施工，内容与许可一致', clause: line.clause, violationId: line.violationId, checkItemId: line.itemId, beforeIds: line.evidenceIds }));
  const findings = items.map((item) => ({ itemId: item.id, outcome: passed ? 'done' as const : 'open' as const, note: passed ? '已取得施工许可证' : '基坑仍在开挖，施工许可证没有办理', afterIds: ['photo-after'] }));
  return {
    id: 'order-001', kind, items, madeOn: '2026-03-10', dueOn: '2026-03-17', scope: kind === 'stop-work' ? '基坑东侧边坡及其影响范围内的土方开挖作业' : '', extensions: [],
    rounds: [{ no: 1, on: '2026-03-18', officerIds: task.officerIds, findings, passed }], lifted: passed ? { on: '2026-03-19', officerName: '冯局长', opinion: '同意复工。' } : null, endedOn: null,
  };
}

/** What only the people on site can say; everything else comes from the visit. */
const SAID: Readonly<Partial<Record<DocumentCode, Readonly<Record<string, unknown>>>>> = {
  XCJC: { comment: '检查情况属实，没有异议', weather: '晴' },
  FCJL: { comment: '情况属实', startAt: '2026-03-18T09:30', endAt: '2026-03-18T10:20', orderNo: '苏住建监责改字〔2026〕第1号' },
  FGTZ: { stopNo: '苏住建监停字〔2026〕第1号', recheckNo: '苏住建监复查字〔2026〕第1号' },
};

function contextOf(code: DocumentCode, kind: CorrectiveOrder['kind'], passed: boolean): DocumentContext {
  const seen = visit();
  const task = { ...seen, orders: [order(seen, kind, passed)], result: 'ordered' as const };
  const before = code === 'XCJC' || code === 'JCSP' || code === 'JCTZ';
  const values = { ...prefillOf(code, { task: before ? seen : task, matters: [matter], violations, calendar: CALENDAR_2026, now: '2026-03-10T10:50', visits: 0, order: task.orders[0] ?? null }), ...SAID[code] };
  const document: DocumentFile = { id: `document-${code}`, caseId: task.id, rev: 1, code, status: 'draft', docNo: null, values, aboutDocumentId: null, createdBy: 'officer-1', createdAt: '2026-03-10T02:00:00.000Z', issued: null };
  const world = createWorld();
  return { file: fileOfTask(task), document, about: null, officers: world.officers, violations, settings: world.settings, calendar: CALENDAR_2026, today: '2026-03-19' };
}

describe('papers filled from a visit', () => {
  it.each([
    ['JCSP', 'correct', false], ['JCTZ', 'correct', false], ['XCJC', 'correct', false], ['JGGZ', 'correct', false], ['ZGTZ', 'correct', false], ['TGTZ', 'stop-work', false], ['FCJL', 'correct', false], ['FGTZ', 'stop-work', true],
  ] as const)('%s leaves no required field blank and stays inside its sheet', (code, kind, passed) => {
    const context = contextOf(code, kind, passed);
    expect(missingFields(context)).toEqual([]);
    const input = typesetInput(context, { draft: false, createdAt: '2026-03-19T02:00:00Z' });
    const pdf = typesetter.pdf(input);
    expect(paperProblems(pdf.bytes, input.style)).toEqual([]);
  });
});
