import { describe, expect, it } from 'vitest';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { recordOf, recordTimesRefusal } from '#shared/domain/document/record-times.ts';
import { draftRefusal, issueRefusal } from '#shared/domain/document/rules.ts';
import type { VolumeEntry } from '#shared/domain/document/definitions/parts/volume.ts';
import { OFFICERS, sampleCase, sampleContext, sampleDocument, SAMPLES } from '#tests/helpers/documents.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';

type Changes = Parameters<typeof sampleContext>[2];
const CREATED = '2026-04-20T02:00:00Z';

/** Everything a document prints, as one text. */
function printed(code: DocumentCode, kind: 'unit' | 'person' | 'business' = 'unit', changes: Changes = {}): string {
  return JSON.stringify(typesetInput(sampleContext(code, kind, changes), { draft: true, createdAt: CREATED }).blocks);
}

/** The sample with other typed values. */
function typed(code: DocumentCode, values: Readonly<Record<string, unknown>>): Changes {
  return { document: { values: { ...SAMPLES[code].values, ...values } } };
}

describe('the registration of a clue', () => {
  it('names who reported, unless he asked that it be kept secret (Administrative Penalty Law, art. 50)', () => {
    const informant = { informant: '吴举报', informantContact: '13000000009' };
    expect(printed('AYDJ', 'unit', typed('AYDJ', informant))).toContain('吴举报');
    const secret = printed('AYDJ', 'unit', typed('AYDJ', { ...informant, confidential: '要求保密' }));
    expect(secret).not.toMatch(/吴举报|13000000009/u);
    expect(secret).toContain('提供人要求保密');
  });
});

describe('the verification', () => {
  it('may be extended by ten working days from its last day', () => {
    // 2 March 2026 (Monday) + 15 working days = 23 March; + 10 = 6 April by the bare week, which the sample calendar counts.
    const text = printed('YCHC');
    expect(text).toContain('2026年3月23日');
    expect(text).toContain('2026年4月6日');
  });

  it('counts the extension anew from a corrected last day', () => {
    expect(printed('YCHC', 'unit', typed('YCHC', { dueOn: '2026-03-20' }))).toContain('2026年4月3日');
  });

  it('takes the conclusion and the opinion from the proposal to file', () => {
    const text = printed('HCQK');
    expect(text).toContain('建议立案');
    expect(text).toContain('未超过追责时效，建议立案调查。');
  });

  it('that led to nothing carries the leader’s decision and ticks one ground', () => {
    const text = printed('BYLA');
    expect(text).toContain('☑违法行为轻微并及时改正');
    expect(text.match(/☑/gu)).toHaveLength(1);
    expect(text).toContain('同意不予立案，请做好教育引导。');
    expect(text).toContain('签名：冯局长　　2026年3月10日');
  });

  it('is answered to the person who reported as 您, to a body as 贵单位', () => {
    expect(printed('BYGZ')).toContain('您于2026年3月2日反映的');
    expect(printed('BYGZ', 'unit', typed('BYGZ', { recipient: '移送（交办）单位', to: '苏州市示例审计局' }))).toContain('贵单位于2026年3月2日移送（交办）的');
  });
});

describe('the letter of transfer', () => {
  it('lists the papers and carries a slip to return, with their number', () => {
    const text = printed('YSH');
    expect(text).toContain('3.现场照片光盘1张。');
    expect(text).toContain('回　　执');
    expect(text).toContain('所附材料3件收悉');
  });

  it('rests on jurisdiction, on the earlier filing (art. 25), or on the power of another authority (art. 17)', () => {
    expect(printed('YSH')).toContain('第二十二条、第二十三条');
    expect(printed('YSH', 'unit', typed('YSH', { ground: '其他机关已先行立案' }))).toContain('第二十五条第一款');
    expect(printed('YSH', 'unit', typed('YSH', { ground: '属于发证机关等其他机关的法定职权' }))).toContain('第十七条');
  });
});

describe('the decision on recusal', () => {
  it('rests on article 43, for the host of a hearing on article 64', () => {
    expect(printed('HBSQ')).toContain('第四十三条');
    const host = printed('HBSQ', 'unit', typed('HBSQ', { role: '听证主持人' }));
    expect(host).toContain('第六十四条第（四）项');
    expect(host).not.toContain('第四十三条');
  });

  it('grants or refuses, and the investigation goes on meanwhile', () => {
    expect(printed('HBSQ')).toContain('执法人员周协办回避，不再参与本案的办理');
    const refused = printed('HBSQ', 'unit', typed('HBSQ', { decision: '不予回避' }));
    expect(refused).toContain('不予回避');
    expect(refused).toContain('不停止对本案的调查');
  });
});

describe('the notice of inspection', () => {
  it('tells enterprises the discipline of inspections, and a natural person not', () => {
    expect(printed('JCTZ', 'unit')).toContain('国办发〔2024〕54号');
    expect(printed('JCTZ', 'business')).toContain('检查纪律');
    expect(printed('JCTZ', 'person')).not.toContain('涉企行政检查');
  });
});

describe('the corrective order', () => {
  it('sets a term or orders correction at once, and is asked for the one it needs', () => {
    expect(printed('ZGTZ')).toContain('于2026年4月30日前（含当日）改正下列事项');
    const now = typed('ZGTZ', { mode: '立即改正', dueOn: '' });
    expect(printed('ZGTZ', 'unit', now)).toContain('立即改正下列事项');
    expect(missingFields(sampleContext('ZGTZ', 'unit', now))).toEqual([]);
    const open = sampleContext('ZGTZ', 'unit', { file: { correctiveOrder: null }, ...typed('ZGTZ', { dueOn: '' }) });
    expect(missingFields(open).map((item) => item.label)).toEqual(['改正期限']);
  });

  it('tells both remedies, with the settings the bureau must confirm', () => {
    const text = printed('ZGTZ');
    expect(text).toContain('六十日内，依照《中华人民共和国行政复议法》的规定向苏州市人民政府申请行政复议');
    expect(text).toContain('六个月内，依照《中华人民共和国行政诉讼法》的规定直接向有管辖权的人民法院提起行政诉讼');
    expect(definitionOf('ZGTZ').settings).toContain('court');
  });
});

describe('the order to stop work', () => {
  it('names the part that stops, and is not issued without it', () => {
    expect(printed('TGTZ')).toContain('《建设工程安全生产管理条例》第四十三条第（四）项');
    expect(printed('TGTZ')).toContain('暂时停止该工程下列部位（范围）的施工作业');
    expect(missingFields(sampleContext('TGTZ', 'unit', typed('TGTZ', { scope: '' }))).map((item) => item.label)).toEqual(['停工的部位（范围）']);
    expect(missingFields(sampleContext('TGTZ', 'unit', typed('TGTZ', { scope: '', extent: '全部停止施工' })))).toEqual([]);
  });
});

describe('soft measures', () => {
  it('are advice, a reminder, or the signed record of a talk', () => {
    expect(printed('JYS')).toContain('行政建议书');
    const talk = printed('JYS', 'unit', typed('JYS', { kind: '行政约谈记录', talkedAt: '2026-05-08T09:00', place: '监察支队会议室', promise: '认识到问题，将按要求整改' }));
    expect(talk).toContain('行政约谈记录');
    expect(talk).toContain('被约谈人陈述和承诺：认识到问题，将按要求整改。');
    expect(talk).toContain('"signatures"');
  });
});

describe('the record of a scene', () => {
  const times = { startAt: '2026-03-12T13:30', endAt: '2026-03-12T15:10', place: '工程现场', person: '钱示例' };

  it('is evidence of its own, and no officer makes out two records at once', () => {
    expect(recordOf('KYBL', times)).toEqual({ kind: 'record', startAt: times.startAt, place: '工程现场', person: '钱示例' });
    const other = sampleDocument('XCJC', {
      status: 'issued', issued: { data: { ...times, startAt: '2026-03-12T15:00', endAt: '2026-03-12T16:00' }, wordingVersion: 'XCJC-2026-01', issuedBy: 'officer-1', issuedAt: CREATED, issuedOn: '2026-03-12', pdf: null },
    });
    expect(recordTimesRefusal('KYBL', times, [other], '2026-03-13T09:00')?.code).toBe('DATES_OUT_OF_ORDER');
    expect(recordTimesRefusal('KYBL', times, [], '2026-03-13T09:00')).toBeNull();
  });

  it('appears in later lists of evidence as 勘验笔录', () => {
    const documents: CaseFile['documents'] = [{
      id: 'document-KYBL', code: 'KYBL', status: 'issued', docNo: null, createdAt: CREATED, issuedAt: CREATED, pdf: null, prints: 0, aboutDocumentId: null,
      record: { kind: 'record', startAt: times.startAt, place: times.place, person: times.person },
    }];
    expect(printed('DCZJ', 'unit', { file: { evidence: [], documents } })).toContain('勘验笔录');
  });
});

describe('the volume', () => {
  it('lists what was issued and what stands as evidence, by date, and none of its own pages', () => {
    const own: CaseFile['documents'] = [...sampleCase().documents, { ...sampleCase().documents[0]!, id: 'document-JF', code: 'JF' }];
    const entries = definitionOf('JNML').fill(sampleContext('JNML', 'unit', { file: { documents: own } }))['entries'] as readonly VolumeEntry[];
    expect(entries.map((entry) => entry.title)).not.toContain('案卷封面');
    expect(entries).toHaveLength(5);
    expect(entries.map((entry) => entry.date)).toEqual(entries.map((entry) => entry.date).toSorted());
  });

  it('prints the rows that the volume builder computed, page numbers and all', () => {
    const definition = definitionOf('JNML');
    const entries: readonly VolumeEntry[] = [{ docNo: '苏住建监罚字〔2026〕第1号', author: '苏州市住房和城乡建设局', title: '行政处罚决定书', date: '2026-04-20', pages: '3-7', note: '' }];
    const text = JSON.stringify(definition.blocks({ ...definition.fill(sampleContext('JNML')), volume: '副卷', entries, docNo: null, issuedOn: '2026-06-12' }));
    expect(text).toContain('["1","苏住建监罚字〔2026〕第1号","苏州市住房和城乡建设局","行政处罚决定书","20260420","3-7","／"]');
    expect(text).toContain('（副卷）');
  });

  it('says on its cover what became of the case', () => {
    expect(printed('JF')).toContain('罚款人民币壹拾玖万贰仟元整');
    expect(printed('JF', 'unit', { file: { decided: null, noPenaltyGround: 'minor' } })).toContain('不予行政处罚（违法行为轻微并及时改正，没有造成危害后果）');
  });

  it('lists things and carriers with the hash of each file', () => {
    expect(printed('ZWD')).toContain('3f786850e387550f dab836ed7e6dc881');
  });
});

describe('the rules', () => {
  const as = (id: string): RuleContext => {
    const { calendar, violations } = sampleContext('LASP');
    return { now: '2026-04-20T02:00:00Z', actor: OFFICERS.get(id)!, today: '2026-04-20', officers: OFFICERS, violations, settings: DEFAULT_SETTINGS, calendar };
  };
  const issue = (code: DocumentCode, by: string, changes: Partial<CaseFile>) => issueRefusal(sampleCase('unit', changes), { code, status: 'draft', aboutDocumentId: null }, as(by))?.code ?? null;

  it('let the leader alone stop a site and let it go on', () => {
    for (const code of ['TGTZ', 'FGTZ'] as const) {
      expect(issue(code, 'officer-1', { stage: 'INVEST' })).toBe('ROLE_NOT_ALLOWED');
      expect(issue(code, 'leader-1', { stage: 'INVEST' })).toBeNull();
    }
  });

  it('let a corrective order be made at any live stage, and none once the case is over', () => {
    for (const stage of ['VERIFY', 'FILING', 'INVEST', 'SUSP', 'NOTIFIED', 'SERVED', 'CLOSE_APPR'] as const) expect(draftRefusal(sampleCase('unit', { stage }), 'ZGTZ', null, as('officer-1'))).toBeNull();
    for (const stage of ['CLOSED', 'NOFILE'] as const) expect(draftRefusal(sampleCase('unit', { stage }), 'ZGTZ', null, as('officer-1'))?.code).toBe('DOCUMENT_NOT_READY');
  });

  it('finish an approval form only after the approval', () => {
    expect(issue('YCHC', 'officer-1', { stage: 'VERIFY', verificationExtended: false })).toBe('DOCUMENT_NOT_READY');
    expect(issue('YCHC', 'officer-1', { stage: 'VERIFY', verificationExtended: true })).toBeNull();
    expect(issue('BYLA', 'officer-1', { stage: 'VERIFY' })).toBe('DOCUMENT_NOT_READY');
    expect(issue('BYLA', 'officer-1', { stage: 'NOFILE' })).toBe('DOCUMENT_NOT_READY');
    expect(issue('BYLA', 'officer-1', { stage: 'NOFILE', approvals: SAMPLES.BYLA.file?.approvals ?? [] })).toBeNull();
    expect(issue('CXLA', 'officer-1', { stage: 'WITHDR' })).toBe('DOCUMENT_NOT_READY');
    expect(issue('CXLA', 'officer-1', { stage: 'WITHDR', approvals: SAMPLES.CXLA.file?.approvals ?? [] })).toBeNull();
    expect(issue('YSH', 'leader-1', { stage: 'TRANSF' })).toBe('DOCUMENT_NOT_READY');
  });
});
