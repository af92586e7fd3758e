import { describe, expect, it } from 'vitest';
import { documentRows } from '#renderer/features/document/document-rows.ts';
import { checkedItems, dialogueOf, linesOf, valueText } from '#renderer/features/document/field-format.ts';
import { suggestedFileName } from '#renderer/features/document/file-name.ts';
import { documentHistory, servicesOf } from '#renderer/features/document/history.ts';
import { serviceErrors, startService } from '#renderer/features/document/service-form.ts';
import { CATALOGUE, type DocumentCode } from '#shared/domain/document/catalogue/catalogue.ts';
import { createWorld, walkTo } from '../../../helpers/cases.ts';

const world = createWorld();

describe('field values', () => {
  it('read as one line for placeholders and conflicts', () => {
    expect(valueText('money', 2_000_000)).toBe('20,000.00 元');
    expect(valueText('minute', '2026-03-10T09:30')).toBe('2026-03-10 09:30');
    expect(valueText('lines', ['甲', '乙'])).toBe('甲；乙');
    expect(valueText('dialogue', [{ question: '何时', answer: '昨日' }])).toBe('问：何时 答：昨日');
    expect(valueText('text', undefined)).toBe('');
  });

  it('survive a wrong shape from an older version', () => {
    expect([linesOf(7), dialogueOf('x'), checkedItems(null)]).toEqual([[], [], []]);
    expect(dialogueOf([{ question: 1 }, null])).toEqual([{ question: '', answer: '' }]);
  });
});

describe('service', () => {
  const now = '2026-03-19T10:30';
  const { file } = walkTo('NOTICE_APPR');

  it('starts from the party, its representative and the two officers', () => {
    expect(startService(file, now)).toMatchObject({ method: 'direct', servedAt: now, place: file.party?.address, recipient: '示例人', serverIds: ['officer-1', 'officer-2'] });
    expect(serviceErrors(startService(file, now), '2026-03-19', now)).toEqual({});
  });

  it('asks for reason and witness where the document is left behind (Civil Procedure Law, art. 89)', () => {
    expect(serviceErrors({ ...startService(file, now), method: 'leave' }, '2026-03-19', now)).toEqual({ refusalReason: '留置送达须写明拒收理由', witness: '留置送达须有见证人' });
  });

  it('is neither before the issuing nor in the future, and by two', () => {
    expect(serviceErrors({ ...startService(file, now), servedAt: '2026-03-18T10:00', serverIds: ['officer-1'] }, '2026-03-19', now)).toEqual({
      servedAt: '送达不能早于签发日期 2026-03-19', serverIds: '送达人应当不少于两名',
    });
    expect(serviceErrors({ ...startService(file, now), servedAt: '2026-03-19T11:00' }, '2026-03-19', now)['servedAt']).toBe('送达时间不能晚于现在');
  });
});

describe('the documents of a case', () => {
  const run = walkTo('DECIDED');
  const numbered = (code: DocumentCode): boolean => CATALOGUE[code].series !== null;

  it('stand in the order of the catalogue with number and service', () => {
    expect(documentRows(run.file, numbered, false).map((row) => [row.summary.code, row.number, row.served])).toEqual([
      ['XCJC', '／', ''], ['DCZJ', '／', ''], ['GZS', '苏住建监罚告字〔2026〕第1号', '2026-03-19'], ['CFJD', '苏住建监罚字〔2026〕第1号', ''],
    ]);
  });

  it('hide discarded drafts unless asked', () => {
    const invest = walkTo('INVEST');
    invest.draft('document-xwbl', 'XWBL', { by: 'officer-1', on: '2026-03-10' });
    invest.must('document.discard', { documentId: 'document-xwbl', reason: '重做' }, { by: 'officer-1', on: '2026-03-10' });
    expect(documentRows(invest.file, numbered, false)).toEqual([]);
    expect(documentRows(invest.file, numbered, true).map((row) => row.summary.status)).toEqual(['discarded']);
  });

  it('tell their history in order', () => {
    const notice = run.aggregate?.documents.get('document-gzs');
    if (notice === undefined) throw new Error('no notice');
    const history = documentHistory(notice, servicesOf(run.file, notice.id), world.officers);
    expect(history.map((entry) => entry.text)).toEqual([
      '甲承办建立草稿', '甲承办签发，文号 苏住建监罚告字〔2026〕第1号', '甲承办、乙协办直接送达，收件人 示例人（法定代表人），地点 苏州市示例区示例路1号',
    ]);
  });

  it('propose a file name that every file system takes', () => {
    expect(suggestedFileName('行政处罚决定书', '苏住建监罚字〔2026〕第1号', '甲/乙:有限公司')).toBe('行政处罚决定书 苏住建监罚字〔2026〕第1号 甲_乙_有限公司.pdf');
    expect([...suggestedFileName('文书', null, '长'.repeat(200))].length).toBe(84);
  });
});
