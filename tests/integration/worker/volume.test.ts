import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, evidence } from '#tests/helpers/office.ts';
import { type FaultProxy, startFaultProxy } from '#tests/helpers/fault-proxy.ts';
import { foreignPdf, scannedPdf } from '#tests/helpers/volume.ts';
import { eventually, type Desk } from '#tests/helpers/worker.ts';
import type { TaskProgress } from '#shared/contract/views.ts';
import { MANIFEST_NAME } from '#worker/volume/checksums.ts';
import { verifyPackage } from '#worker/volume/verify.ts';

const CASE = 'case-volume-1';
/** A one-pixel PNG. */
const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));

let office: Office;
let cable: FaultProxy;
let desk: Desk;

async function exhibit(id: string, title: string, name: string, bytes: Uint8Array): Promise<void> {
  const { sha256, mime } = await desk.must('file.import', { name, bytes });
  const added = evidence(id, title).evidence;
  await desk.submit('evidence.add', CASE, { evidence: { ...added, file: { sha256, bytes: bytes.length, mime, name } } });
}

beforeAll(async () => {
  office = await openOffice();
  cable = await startFaultProxy(office.server.url);
  await office.assigned(CASE);
  desk = await office.desk('jc01', { serverUrl: cable.url });
  await exhibit('evidence-scan', '施工合同扫描件', '合同.pdf', await scannedPdf(4, 5));
  await exhibit('evidence-photo', '现场照片', '现场.png', PNG);
  await exhibit('evidence-foreign', '营业执照', '执照.pdf', await foreignPdf(1));
  await desk.settled();
  await eventually(async () => (await desk.must('sync.state', {})).filesToUpload === 0);
});

afterAll(async () => {
  await cable.close();
  await office.close();
});

const choice = { caseId: CASE, profile: 'eight-classes', volume: 'main' } as const;

describe('the volume of a case', () => {
  it('has a plan: pages counted, what is not PDF/A named, what is missing with its article', async () => {
    const plan = await desk.must('volume.plan', { caseId: CASE, profile: 'eight-classes' });
    const exhibits = plan.items.filter((item) => item.kind === 'evidence');
    expect(exhibits.map((item) => [item.title, item.pages])).toEqual(expect.arrayContaining([['施工合同扫描件', 4], ['现场照片', 1], ['营业执照', 1]]));
    expect(plan.items.filter((item) => item.from !== null).map((item) => item.from)[0]).toBe(1);
    expect(plan.foreign).toMatchObject([{ title: '营业执照', merged: true, faults: [expect.stringContaining('字体未嵌入')] }]);
    expect(plan.absent).toEqual([]);
  });

  it('is bound as one PDF with cover, catalogue and 备考表, and told as a task', async () => {
    const tasks: TaskProgress[] = [];
    const stop = desk.worker.on('task.progress', (task) => tasks.push(task));
    const [plan, bound, sheets] = [await desk.must('volume.plan', choice), await desk.must('volume.pdf', choice), await desk.must('volume.sheets', choice)];
    stop();
    const numbered = plan.items.filter((item) => item.volume === 'main').reduce((sum, item) => sum + item.pages, 0);
    expect(bound.pages).toBe(numbered);
    const document = await PDFDocument.load(bound.bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBe(numbered + sheets.cover.pages + sheets.catalogue.pages + sheets.notes.pages);
    expect(document.getTitle()).toContain('正卷');
    expect(tasks.at(-1)).toMatchObject({ label: '装订正卷', state: 'done' });
  });

  it('is packed for the archive with every original as it was, and verifies; a damaged byte is named', async () => {
    const { bytes } = await desk.must('volume.archive', { caseId: CASE, profile: 'eight-classes' });
    expect(verifyPackage(bytes)).toMatchObject({ ok: true });
    const entries = unzipSync(bytes);
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(['正卷.pdf', '案卷目录.xml', MANIFEST_NAME]));
    const photo = Object.entries(entries).find(([name]) => name.includes('现场.png'));
    expect(Buffer.from(photo?.[1] ?? []).equals(Buffer.from(PNG))).toBe(true);
    expect(new TextDecoder().decode(entries['案卷目录.xml'])).toContain('<题名>施工合同扫描件</题名>');
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(verifyPackage(bytes)).toMatchObject({ ok: false, offset: at });
    if (process.env['VOLUME_OUT'] !== undefined) writeFileSync(process.env['VOLUME_OUT'], (await desk.must('volume.pdf', choice)).bytes);
  });

  it('keeps private notes and marks of the score, and makes no command of either', async () => {
    const note = { id: 'note-0001', itemId: 'evidence-scan', page: 2, text: '第三条的日期与笔录不一致' };
    expect(await desk.must('volume.noteSave', { caseId: CASE, note })).toMatchObject([note]);
    const before = (await desk.must('volume.plan', choice)).score;
    const marked = (await desk.must('volume.mark', { caseId: CASE, profile: 'eight-classes', key: 'words', mark: { pass: false, note: '第2页有涂改' } })).score;
    expect(marked.points).toBe(before.points - 5);
    expect(marked.items.find((item) => item.key === 'words')).toMatchObject({ result: 'fail', note: '第2页有涂改' });
    expect(await desk.must('outbox.list', {})).toEqual([]);
    expect(await desk.must('volume.noteRemove', { caseId: CASE, noteId: 'note-0001' })).toEqual([]);
    expect((await desk.must('volume.mark', { caseId: CASE, profile: 'eight-classes', key: 'words', mark: null })).score.points).toBe(before.points);
  });

  it('reads without network when it is pinned; on another machine it says what is not there', async () => {
    const other = await office.desk('jc02', { serverUrl: cable.url });
    cable.set({ refuse: true });
    await other.must('sync.now', {});
    const plan = await other.must('volume.plan', choice);
    expect([...plan.absent].sort()).toEqual(['施工合同扫描件', '现场照片', '营业执照'].sort());
    expect((await other.refused('volume.pdf', choice)).message).toMatch(/3 件材料不在本机.*离线携卷/);
    cable.set({});
    await other.settled();
    expect(await other.must('file.pinCase', { caseId: CASE })).toMatchObject({ missing: 0 });
    cable.set({ refuse: true });
    await other.must('sync.now', {});
    const started = performance.now();
    expect((await other.must('volume.plan', choice)).absent).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
    expect((await other.must('volume.pdf', choice)).pages).toBeGreaterThan(5);
    cable.set({});
  });
});
