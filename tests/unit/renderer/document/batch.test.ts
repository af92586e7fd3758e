import { describe, expect, it } from 'vitest';
import { batchRows, usualKeys } from '#renderer/features/document/batch-rows.ts';
import { draftMissing } from '#renderer/features/document/draft-missing.ts';
import { kindGroups } from '#renderer/features/document/kind-groups.ts';
import { printablesOf } from '#renderer/features/document/printables.ts';
import { type PaperState, runQueue } from '#renderer/features/printing/print-queue.ts';
import { AppFailure } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { EXPECTED_DOCUMENTS } from '#shared/domain/document/expected.ts';
import { DOCUMENT_RULES } from '#shared/domain/document/rules.ts';
import { STAGE_KEYS } from '#shared/domain/procedure/stages.ts';
import { createWorld, walkTo } from '../../../helpers/cases.ts';
import { contextOf } from '../../../helpers/world.ts';

const rules = contextOf(createWorld(), 'officer-1', '2026-03-20');

describe('the kinds of document to make', () => {
  it('name first what the stage expects, and every kind once', () => {
    const { file } = walkTo('INVEST');
    const groups = kindGroups(file, rules, '');
    expect(groups[0]?.key).toBe('expected');
    expect(groups[0]?.kinds.map((kind) => kind.code)).toContain('XWBL');
    expect(groups[0]?.kinds.every((kind) => kind.refusal === null)).toBe(true);
    const codes = groups.flatMap((group) => group.kinds).map((kind) => kind.code);
    expect([...codes].sort()).toEqual(DOCUMENT_CODES.filter((code) => code !== 'SDHZ').sort());
    expect(groups.slice(1).map((group) => group.key)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
  });

  it('say why one cannot be made now, after those that can', () => {
    const { file } = walkTo('INVEST');
    const review = kindGroups(file, rules, '').find((group) => group.key === 'E')?.kinds ?? [];
    expect(review.find((kind) => kind.code === 'CFJD')?.refusal?.code).toBe('DOCUMENT_NOT_READY');
    const firstRefused = review.findIndex((kind) => kind.refusal !== null);
    expect(review.slice(firstRefused).every((kind) => kind.refusal !== null)).toBe(true);
  });

  it('are found by a part of the name, the number or the code', () => {
    const { file } = walkTo('INVEST');
    const codes = (query: string) => kindGroups(file, null, query).flatMap((group) => group.kinds).map((kind) => kind.code);
    expect(codes('处罚决定书')).toEqual(expect.arrayContaining(['CFJD', 'DCCF', 'BYCF']));
    expect(codes('e5')).toEqual(['CFJD']);
    expect(codes('查封扣押决定')).toContain('CFKY');
    expect(codes('Ｃ９')).toEqual(['XZXC']);
    expect(codes('没有这种')).toEqual([]);
  });

  it('expect in a stage only what the rules of that stage allow to be written', () => {
    for (const stage of STAGE_KEYS) for (const code of EXPECTED_DOCUMENTS[stage]) expect(DOCUMENT_RULES[code].draftStages, `${stage} ${code}`).toContain(stage);
  });
});

describe('several documents at once', () => {
  const run = walkTo('INVEST');

  it('offer what the case holds and the usual ones it lacks', () => {
    const rows = batchRows(run.file, rules);
    expect(rows.find((row) => row.code === 'XWBL')).toMatchObject({ key: 'new-XWBL', document: null, refusal: '' });
    expect(rows.find((row) => row.code === 'CFJD')?.refusal).toContain('不能制作');
    expect(usualKeys(rows)).toContain('new-XWBL');
    expect(usualKeys(rows)).not.toContain('new-CFJD');
  });

  it('offer a receipt for every paper handed over without one', () => {
    const { file } = walkTo('DECIDED');
    const receipts = batchRows(file, rules).filter((row) => row.code === 'SDHZ');
    expect(receipts.map((row) => row.about)).toEqual(expect.arrayContaining([expect.stringContaining('行政处罚意见告知书')]));
  });

  it('are drafted one by one, and what was made before a refusal stays', async () => {
    const rows = batchRows(run.file, rules).filter((row) => row.document === null && row.refusal === '');
    const made: string[] = [];
    const submit = (_: string, payload: unknown): Promise<CaseFile> => {
      if (made.length === 1) return Promise.reject(new AppFailure({ code: 'FORBIDDEN', message: '不能再制作。' }));
      made.push((payload as { readonly code: string }).code);
      return Promise.resolve(run.file);
    };
    const { ids, refusal } = await draftMissing(run.file, rows, submit, () => undefined);
    expect(made).toEqual([rows[0]?.code]);
    expect([...ids.keys()]).toEqual([rows[0]?.key]);
    expect(refusal?.message).toBe('不能再制作。');
  });

  it('go to the printer with the copies of the catalogue and the count of prints', () => {
    const { file } = walkTo('DECIDED');
    const decision = file.documents.find((document) => document.code === 'CFJD');
    expect(printablesOf(file, [decision?.id ?? '', 'unknown'])).toMatchObject([{ code: 'CFJD', name: '行政处罚决定书', copies: 3, draft: false, prints: 0 }]);
  });
});

describe('the queue to the printer', () => {
  function queue(fails: (position: number) => boolean) {
    const states: PaperState[] = [{ at: 'waiting' }, { at: 'waiting' }, { at: 'waiting' }];
    const sent: number[] = [];
    const send = (position: number) => {
      if (fails(position)) return Promise.reject(new AppFailure({ code: 'PRINTER_UNAVAILABLE', message: '缺纸' }));
      sent.push(position);
      return Promise.resolve({ printer: 'p', pages: 2, copies: 1 });
    };
    return { states, sent, send, onChange: (position: number, state: PaperState) => { states[position] = state; } };
  }

  it('stops at the first failure and goes on from there, without printing twice', async () => {
    let empty = true;
    const { states, sent, send, onChange } = queue((position) => empty && position === 1);
    expect(await runQueue({ states, send, onChange, stopped: () => false })).toBe(false);
    expect(states.map((state) => state.at)).toEqual(['sent', 'failed', 'waiting']);
    empty = false;
    expect(await runQueue({ states, send, onChange, stopped: () => false })).toBe(true);
    expect(sent).toEqual([0, 1, 2]);
  });

  it('can be stopped after the paper under way', async () => {
    const { states, sent, send, onChange } = queue(() => false);
    expect(await runQueue({ states, send, onChange, stopped: () => sent.length === 1 })).toBe(false);
    expect(states.map((state) => state.at)).toEqual(['sent', 'waiting', 'waiting']);
  });
});
