import { describe, expect, it } from 'vitest';
import { missingFields } from '#shared/domain/document/data.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { NOTICE_RULES } from '#shared/domain/document/rules/notice.ts';
import { sampleCase, sampleContext } from '#tests/helpers/documents.ts';
import { printedText } from '#tests/helpers/printed.ts';
import { HEARING } from '#tests/helpers/samples/measures.ts';

type Changes = Parameters<typeof sampleContext>[2];

function printed(code: DocumentCode, changes: Changes = {}, kind: 'unit' | 'person' | 'business' = 'unit'): string {
  return printedText(sampleContext(code, kind, changes));
}

function lacking(code: DocumentCode, changes: Changes): readonly string[] {
  return missingFields(sampleContext(code, 'unit', changes)).map((item) => item.key);
}

const SMALL = { kinds: ['fine'] as const, fineFen: 100_000, confiscationFen: 0, otherItems: [] };

describe('the notice of a hearing (Administrative Penalty Law, art. 64(2): seven working days)', () => {
  const told = (heldAt: string): Changes => ({ file: { hearing: { ...HEARING, heldAt, noticeServedOn: '2026-04-08' } } });

  it('may not be issued for a day before the seventh working day', () => {
    // Wednesday 2026-04-08: Thu 9, Fri 10, Mon 13, 14, 15, 16, Fri 17.
    expect(lacking('TZTZ', told('2026-04-16T09:30'))).toEqual(['inTime']);
    expect(lacking('TZTZ', told('2026-04-17T09:30'))).toEqual([]);
  });

  it('is refused where the calendar does not reach', () => {
    const context = { ...sampleContext('TZTZ'), calendar: { years: [2025], exceptions: {} } };
    expect(missingFields(context).map((item) => item.key)).toEqual(['inTime']);
  });

  it('tells time, place, host, recusal, agents and what staying away means', () => {
    const text = printed('TZTZ');
    for (const words of ['2026年4月20日9时30分', '二楼听证室', '由王法审担任主持人', '申请回避', '一至二人代理', '视为放弃听证权利', '《行政处罚意见告知书》苏住建监罚告字〔2026〕第1号', '本次听证公开举行']) expect(text).toContain(words);
    expect(printed('TZTZ', { file: { hearing: { ...HEARING, public: false } } })).toContain('不公开举行');
  });

  it('is answered by the host, not by those who investigated', () => {
    expect(printed('TZTZ')).toContain('联系人：王法审');
    expect(NOTICE_RULES.TZTZ.draftActors).not.toContain('case-officer');
  });

  it('is published only where the hearing is open, and a person is not named in full', () => {
    expect(lacking('TZGG', { file: { hearing: { ...HEARING, public: false } } })).toContain('isPublic');
    expect(printed('TZGG', {}, 'person')).toContain('就孙某涉嫌');
    expect(printed('TZGG', {}, 'person')).not.toContain('孙范例');
  });
});

describe('the request for a hearing', () => {
  it('is answered by acceptance or refusal, as it was decided', () => {
    expect(printed('TZSL')).toContain('决定予以受理并组织听证');
    expect(printed('TZBS')).toContain('超过自收到告知书之日起五个工作日的期限提出，且没有正当理由');
    const [accepted, refused] = [true, false].map((answer) => sampleCase('unit', { hearing: { ...HEARING, accepted: answer } }));
    expect(NOTICE_RULES.TZSL.approved?.by(accepted!)).toBe(true);
    expect(NOTICE_RULES.TZSL.approved?.by(refused!)).toBe(false);
    expect(NOTICE_RULES.TZBS.approved?.by(refused!)).toBe(true);
  });

  it('needs a penalty of hearing class to be told of by a letter of its own (art. 63)', () => {
    expect(lacking('TZGZ', { file: { proposed: SMALL, notified: SMALL } })).toContain('hearingReached');
    expect(printed('TZGZ')).toContain('自收到本告知书之日起五个工作日内');
  });
});

describe('the record and the report of a hearing', () => {
  it('follow the order of art. 64(7)', () => {
    const text = printed('TZBL');
    const order = ['核对身份和告知权利', '调查人员提出的违法事实', '当事人的陈述、申辩', '举证和质证', '最后陈述', '（以下空白）'].map((words) => text.indexOf(words));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(text).toContain('建议作出如下行政处罚：罚款人民币壹拾玖万贰仟元整（¥192,000.00）');
  });

  it('end where the party stayed away (art. 64(6))', () => {
    const file = { hearing: { ...HEARING, partyAbsent: true } };
    const text = printed('TZBL', { file });
    expect(text).toContain('视为放弃听证权利，听证主持人宣布终止听证');
    expect(text).not.toContain('举证和质证');
    expect(printed('TZBG', { file })).toContain('听证终止');
  });

  it('rest on the host: advice as the case holds it, no report before it is handed in', () => {
    expect(printed('TZBG')).toContain('建议维持拟作出的行政处罚');
    expect(printed('TZBG', { file: { hearing: { ...HEARING, report: { ...HEARING.report!, advice: 'reduce' } } } })).toContain('建议从轻或者减轻处罚');
    expect(NOTICE_RULES.TZBG.approved?.by(sampleCase('unit', { hearing: { ...HEARING, report: null } }))).toBe(false);
    expect(NOTICE_RULES.TZBG.issueActors).not.toContain('case-officer');
  });
});

describe('the defence (Administrative Penalty Law, art. 45)', () => {
  it('is taken down with the assurance of no heavier penalty; a hearing is spoken of only where it was offered', () => {
    expect(printed('SSBL')).toContain('不因当事人陈述、申辩而给予更重的处罚');
    expect(printed('SSBL')).toContain('不要求举行听证');
    expect(printed('SSBL', { file: { proposed: SMALL, notified: SMALL } })).not.toContain('听证');
  });

  it('is reviewed point by point', () => {
    const text = printed('SSFH');
    expect(text).toContain('1 | 检查当日即停止施工，请求从轻处罚 | 不采纳 | 停止施工、配合调查的情节属实');
    expect(text).toContain('2 | 施工许可手续正在办理 | 不采纳 |');
    const unreviewed = sampleCase('unit', { defence: { receivedOn: '2026-04-01', content: '从轻', reviewOpinion: '', adopted: null } });
    expect(NOTICE_RULES.SSFH.approved?.by(unreviewed)).toBe(false);
  });

  it('is waived in the party’s own voice, with the hearing only where it was offered', () => {
    expect(printed('FQSM')).toContain('现本单位自愿放弃陈述、申辩的权利和要求听证的权利。');
    expect(printed('FQSM', {}, 'person')).toContain('现本人自愿放弃');
    expect(printed('FQSM', { file: { proposed: SMALL, notified: SMALL } })).toContain('现本单位自愿放弃陈述、申辩的权利。');
  });
});

describe('the approval of the notice', () => {
  it('says whether a hearing is offered, and is not finished before the leader approved', () => {
    expect(printed('GZSP')).toContain('拟处罚达到听证标准');
    expect(printed('GZSP', { file: { proposed: SMALL } })).toContain('拟处罚未达到听证标准');
    expect(NOTICE_RULES.GZSP.approved?.by(sampleCase('unit', { noticeApproved: false }))).toBe(false);
  });
});
