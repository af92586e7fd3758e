import { describe, expect, it } from 'vitest';
import { descriptionChanges } from '#renderer/features/evidence/description.ts';
import { evidenceOf, incomingErrors, startIncoming } from '#renderer/features/evidence/incoming.ts';
import { instantOfLocal, localOfInstant } from '#renderer/features/evidence/local-time.ts';
import { stepZoom } from '#renderer/features/evidence/zoom.ts';
import { walkTo } from '../../../helpers/cases.ts';

const context = { now: '2026-03-10T15:00', place: '示例工地', officerName: '甲承办' };
const photo = { sha256: 'a'.repeat(64), bytes: 1024, mime: 'image/jpeg', name: '现场.全景.jpg', takenAt: '2026-03-10T01:30:00.000Z' };

describe('evidence taken in', () => {
  it('takes time, place, taker, kind and title from what is known', () => {
    expect(startIncoming('evidence-1', photo, context)).toEqual({
      id: 'evidence-1', kind: 'audiovisual', title: '现场.全景', proves: '', takenAt: '2026-03-10T09:30', takenPlace: '示例工地', takenBy: '甲承办', file: photo,
    });
    expect(startIncoming('evidence-2', { ...photo, mime: 'application/pdf', takenAt: null }, context)).toMatchObject({ kind: 'documentary', takenAt: '2026-03-10T15:00' });
    expect(startIncoming('evidence-3', null, context)).toMatchObject({ kind: 'physical', title: '' });
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
    const item = { ...startIncoming(seen.id, null, context), kind: seen.kind, title: '营业执照（副本）', proves: seen.proves, takenAt: '2026-03-04T09:00', takenPlace: seen.takenPlace, takenBy: seen.takenBy };
    expect(descriptionChanges(seen, item)).toEqual([{ path: 'title', from: '营业执照复印件', to: '营业执照（副本）' }]);
    expect(descriptionChanges(seen, { ...item, takenAt: '2026-03-04T09:05' }).at(-1)).toEqual({ path: 'takenAt', from: '2026-03-04T01:00:42.000Z', to: '2026-03-04T01:05:00.000Z' });
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
