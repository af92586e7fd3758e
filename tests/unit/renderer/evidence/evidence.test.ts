import { describe, expect, it } from 'vitest';
import { areaBetween, turnArea } from '#renderer/features/evidence/area.ts';
import { descriptionChanges, descriptionOf } from '#renderer/features/evidence/description.ts';
import { extractionValues, isExtracted } from '#renderer/features/evidence/extraction-record.ts';
import { timeRemark } from '#renderer/features/evidence/file-facts.ts';
import { changeIncoming, evidenceOf, incomingErrors, sameFile, startIncoming } from '#renderer/features/evidence/incoming.ts';
import { instantOfLocal, localOfInstant } from '#renderer/features/evidence/local-time.ts';
import { stepZoom } from '#renderer/features/evidence/zoom.ts';
import { walkTo } from '../../../helpers/cases.ts';

const context = { now: '2026-03-10T15:00', place: '示例工地', officerName: '甲承办' };
const photo = { sha256: 'a'.repeat(64), bytes: 1024, mime: 'image/jpeg', name: '现场.全景.jpg', takenAt: '2026-03-10T01:30:00.000Z', takenPlace: '' };

describe('evidence taken in', () => {
  it('takes time, place, taker, kind and title from what is known', () => {
    expect(startIncoming('evidence-1', photo, context)).toEqual({
      id: 'evidence-1', kind: 'audiovisual', title: '现场.全景', proves: '', takenAt: '2026-03-10T09:30', takenPlace: '示例工地', takenBy: '甲承办', file: photo,
      particulars: {}, origin: { takenAt: 'photo', takenPlace: 'typed' }, measureId: null, scanKey: null,
    });
    expect(startIncoming('evidence-2', { ...photo, mime: 'application/pdf', takenAt: null }, context)).toMatchObject({ kind: 'documentary', takenAt: '2026-03-10T15:00' });
    expect(startIncoming('evidence-3', null, context)).toMatchObject({ kind: 'physical', title: '' });
  });

  it('says what the photo itself records, until a person writes over it', () => {
    const item = startIncoming('evidence-1', { ...photo, takenPlace: '北纬31.29896°，东经120.58532°' }, context);
    expect(item).toMatchObject({ takenPlace: '北纬31.29896°，东经120.58532°', origin: { takenAt: 'photo', takenPlace: 'photo' } });
    const corrected = changeIncoming(item, { takenPlace: '示例工地东门' });
    expect(corrected.origin).toEqual({ takenAt: 'photo', takenPlace: 'typed' });
    expect(changeIncoming(item, { takenAt: item.takenAt, title: '改名' }).origin.takenAt).toBe('photo');
  });

  it('is known again by its content, in the case and in the same batch, unless it was withdrawn', () => {
    const run = walkTo('INVEST');
    const [first, second] = [startIncoming('evidence-1', photo, context), { ...startIncoming('evidence-2', photo, context), title: '又一张' }];
    expect(sameFile(first, run.file.evidence, [first, second])).toBeNull();
    expect(sameFile(second, run.file.evidence, [first, second])).toEqual({ title: '现场.全景', evidenceId: null });
    const act = { by: 'officer-1', on: '2026-03-10' };
    run.must('evidence.add', evidenceOf({ ...first, proves: '证明已开工' }), act);
    expect(sameFile(second, run.file.evidence, [second])).toEqual({ title: '现场.全景', evidenceId: 'evidence-1' });
    run.must('evidence.withdraw', { evidenceId: 'evidence-1', reason: '误传' }, act);
    expect(sameFile(second, run.file.evidence, [second])).toBeNull();
  });

  it('must say what it proves, and cannot come from the future', () => {
    expect(incomingErrors({ ...startIncoming('evidence-1', photo, context), takenAt: '2026-03-10T15:01' }, context.now)).toEqual({ proves: '请写明证明什么事实', takenAt: '取得时间不能晚于现在' });
  });

  it('becomes a command the rules accept', () => {
    const run = walkTo('INVEST');
    const item = { ...startIncoming('evidence-1', photo, context), proves: ' 证明已开工 ' };
    const file = run.must('evidence.add', evidenceOf(item), { by: 'officer-1', on: '2026-03-10' });
    expect(file.evidence.at(-1)).toMatchObject({ proves: '证明已开工', takenAt: '2026-03-10T01:30:00.000Z', file: { sha256: photo.sha256 } });
  });
});

describe('the description of evidence', () => {
  it('is edited field by field; a time not touched keeps its seconds', () => {
    const seen = { ...walkTo('INVEST').file.evidence[0]!, takenAt: '2026-03-04T01:00:42.000Z' };
    const item = { ...descriptionOf(seen), title: '营业执照（副本）' };
    expect(descriptionChanges(seen, item)).toEqual([{ path: 'title', from: '营业执照复印件', to: '营业执照（副本）' }]);
    expect(descriptionChanges(seen, { ...item, takenAt: '2026-03-04T09:05' }).at(-1)).toEqual({ path: 'takenAt', from: '2026-03-04T01:00:42.000Z', to: '2026-03-04T01:05:00.000Z' });
  });
});

describe('an electronic file', () => {
  const electronic = { ...startIncoming('evidence-9', { ...photo, mime: 'application/zip', name: '银行流水.xlsx', bytes: 2048, takenAt: null }, context), proves: '证明付款', particulars: { device: '联想 M720', path: 'D:\\流水', tool: ' ', pages: '不属于本种类' } };

  it('carries the particulars of its kind only, and makes out the record of its extraction with its hash', () => {
    const run = walkTo('INVEST');
    const act = { by: 'officer-1', on: '2026-03-10' };
    const evidence = run.must('evidence.add', evidenceOf(electronic), act).evidence.at(-1)!;
    expect(evidence).toMatchObject({ kind: 'electronic', particulars: { device: '联想 M720', path: 'D:\\流水' } });
    expect(isExtracted(evidence)).toBe(true);
    const values = extractionValues(evidence);
    expect(values).toEqual({ device: '联想 M720', path: 'D:\\流水', place: '示例工地', files: [`银行流水.xlsx｜银行流水｜2 KB｜${'a'.repeat(64)}`] });
    run.must('document.create', { documentId: 'dzsj-0001', code: 'DZSJ', aboutDocumentId: null, values }, act);
    expect(run.aggregate?.documents.get('dzsj-0001')?.values).toMatchObject({ device: '联想 M720' });
  });
});

describe('areas of a page', () => {
  const area = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const rounded = (each: typeof area) => Object.fromEntries(Object.entries(each).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));

  it('turn with the page and back', () => {
    expect(rounded(turnArea(area, 90))).toEqual({ x: 0.4, y: 0.1, width: 0.4, height: 0.3 });
    expect(rounded(turnArea(area, 180))).toEqual({ x: 0.6, y: 0.4, width: 0.3, height: 0.4 });
    for (const turn of [0, 90, 180, 270]) expect(rounded(turnArea(turnArea(area, turn), 360 - turn))).toEqual(area);
  });

  it('stay on the page, and a mere click is none', () => {
    expect(areaBetween({ x: 1.2, y: 0.5 }, { x: 0.8, y: -0.1 })).toEqual({ x: 0.8, y: 0, width: expect.closeTo(0.2) as number, height: 0.5 });
    expect(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeNull();
  });
});

describe('a photo without a record', () => {
  it('says nothing of its time', () => {
    expect(timeRemark(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), '2026-03-10T01:30:00.000Z')).toBeNull();
  });
});

describe('local time', () => {
  it('is Shanghai, on both sides of midnight', () => {
    expect(instantOfLocal('2026-03-10T00:15')).toBe('2026-03-09T16:15:00.000Z');
    expect(localOfInstant('2026-03-09T16:15:00.000Z')).toBe('2026-03-10T00:15');
    expect(localOfInstant('2026年')).toBe('');
  });
});

describe('zoom', () => {
  it('goes by fixed steps and stops at the ends', () => {
    expect([stepZoom(1, 1), stepZoom(1, -1), stepZoom(6, 1), stepZoom(0.25, -1), stepZoom(1.2, 1)]).toEqual([1.5, 0.75, 6, 0.25, 1.5]);
  });
});
