import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { missingFields } from '#shared/domain/document/data.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import type { PartyKind } from '#shared/domain/party/party.ts';
import { sampleContext, SAMPLES } from '#tests/helpers/documents.ts';
import { printedText } from '#tests/helpers/printed.ts';

function printed(code: DocumentCode, file: Partial<CaseFile> = {}, today = SAMPLES[code].today ?? '2026-04-20', kind: PartyKind = 'unit'): string {
  return printedText({ ...sampleContext(code, kind, { file }), today });
}

function missing(code: DocumentCode, file: Partial<CaseFile>): readonly string[] {
  return missingFields(sampleContext(code, 'unit', { file })).map((field) => field.key);
}

describe('the decision on the spot (Administrative Penalty Law, art. 51–52; Reconsideration Law, art. 23)', () => {
  it('sends the party to reconsideration first, then to the court within fifteen days', () => {
    const text = printed('DCCF');
    expect(text).toContain('自收到本决定书之日起六十日内先向苏州市人民政府申请行政复议');
    expect(text).toContain('第二十三条第一款第（一）项');
    expect(text).toContain('自收到行政复议决定书之日起十五日内向有管辖权的人民法院提起行政诉讼');
  });

  it('states minute, place, both officers and the penalty in capitals', () => {
    const text = printed('DCCF');
    expect(text).toContain('2026年4月20日10时25分，在示范家园二期工程现场');
    expect(text).toContain('赵执法（执法证号：10050026001）、周协办（执法证号：10050026002）');
    expect(text).toContain('警告；罚款人民币贰佰元整（¥200.00）');
  });

  it('names article 68 or 69 where the fine is collected at once', () => {
    const summary = { decidedAt: '2026-04-20T10:25', place: '现场', defenceHeard: '没有意见', collection: 'spot' as const, spotGround: '一百元以下罚款', handedInOn: null, reportedOn: null };
    expect(printed('DCCF', { summary })).toContain('第六十八条的规定当场收缴');
    expect(printed('DCCF', { summary: { ...summary, spotGround: '边远、水上、交通不便地区，当事人提出' } })).toContain('第六十九条的规定当场收缴');
  });
});

describe('the decision not to punish', () => {
  it('rests on the article of its ground', () => {
    expect(printed('BYCF', { noPenaltyGround: 'minor' })).toContain('第三十三条第一款、第五十七条第一款第（二）项');
    expect(printed('BYCF', { noPenaltyGround: 'no-fault' })).toContain('第三十三条第二款');
    expect(printed('BYCF', { noPenaltyGround: 'limitation' })).toContain('第三十六条');
  });

  it('charges nobody with a breach that was not established', () => {
    const text = printed('BYCF', { noPenaltyGround: 'not-established' });
    expect(text).toContain('第五十七条第一款第（三）项');
    expect(text).not.toMatch(/的上述行为违反了|进行如下教育|责令当事人改正/u);
  });
});

describe('the surcharge (Administrative Penalty Law, art. 72): 3 % of 192,000 yuan a day from 8 May 2026', () => {
  it('is 28,800 yuan after five days, 5,760 a day, capped at the fine', () => {
    const text = printed('JCFK');
    expect(text).toContain('自2026年5月8日起，每日按未缴纳罚款数额人民币壹拾玖万贰仟元整（¥192,000.00）的百分之三');
    expect(text).toContain('即每日人民币伍仟柒佰陆拾元整（¥5,760.00）');
    expect(text).toContain('已逾期5日，加处罚款为人民币贰万捌仟捌佰元整（¥28,800.00）');
    expect(text).toContain('即不超过人民币壹拾玖万贰仟元整（¥192,000.00）');
  });

  it('cannot be decided before the term of payment ended on 7 May', () => {
    const context = { ...sampleContext('JCFK'), today: '2026-05-07' };
    expect(missingFields(context).map((field) => field.key)).toContain('surchargeFrom');
  });

  it('says what was paid', () => {
    const payments = [{ id: 'payment-1', paidOn: '2026-05-06', amountFen: 9_200_000, receiptNo: 'DEMO-1' }];
    expect(printed('JCFK', { payments })).toContain('你单位已缴纳罚款人民币玖万贰仟元整（¥92,000.00），尚有人民币壹拾万元整（¥100,000.00）未缴纳。');
  });
});

describe('the demand (Administrative Coercion Law, art. 35, 54)', () => {
  it('lists fine, surcharge and their sum, ten working days, and the right to be heard', () => {
    const text = printed('CGS', {}, '2026-05-12');
    expect(text).toContain('缴纳罚款人民币壹拾玖万贰仟元整（¥192,000.00）');
    expect(text).toContain('截至2026年5月12日共5日');
    expect(text).toContain('合计人民币贰拾贰万零捌佰元整（¥220,800.00）');
    expect(text).toContain('自收到本催告书之日起十个工作日内');
    expect(text).toContain('有权进行陈述和申辩');
  });

  it('says only after six months that the party neither applied nor sued', () => {
    expect(printed('CGS', {}, '2026-05-12')).not.toContain('未申请行政复议');
    expect(printed('CGS', {}, '2026-10-26')).toContain('在法定期限内未申请行政复议或者提起行政诉讼');
  });

  it('adds no further surcharge once it has reached the fine', () => {
    expect(printed('CGS', {}, '2026-10-26')).toContain('已达到罚款的数额，不再增加');
    expect(printed('CGS', {}, '2026-10-26')).toContain('合计人民币叁拾捌万肆仟元整（¥384,000.00）');
  });
});

describe('service by publication (Civil Procedure Law, art. 95)', () => {
  it('counts thirty days from the day of publication', () => {
    expect(printed('GGSD')).toContain('自2026年4月30日发布本公告之日起，经过三十日即2026年5月30日，视为送达');
  });
});

describe('deferral (art. 66)', () => {
  it('prints a plan as a table, a single day as a sentence, and the title of its kind', () => {
    expect(printed('YQPZ')).toContain('分期缴纳罚款批准书');
    expect(printed('YQPZ')).toContain('第2期 | 2026年7月31日 | 人民币陆万肆仟元整（¥64,000.00）');
    const deferral = { kind: 'deferral' as const, appliedOn: '2026-04-29', reason: '资金紧张', approvedOn: '2026-05-06', plan: [{ dueOn: '2026-08-31', amountFen: 19_200_000 }] };
    expect(printed('YQPZ', { deferral })).toContain('应当于2026年8月31日前一次缴清罚款人民币壹拾玖万贰仟元整');
  });

  it('waits for the approval', () => {
    const deferral = { kind: 'deferral' as const, appliedOn: '2026-04-29', reason: '资金紧张', approvedOn: null, plan: [{ dueOn: '2026-08-31', amountFen: 19_200_000 }] };
    expect(missing('YQPZ', { deferral })).toContain('approvedOn');
  });
});

describe('application to the court (Administrative Coercion Law, art. 55)', () => {
  it('names demand, sums and the papers the law asks for, and asks for the signature', () => {
    const text = printed('QZZX');
    expect(text).toContain('申请人于2026年10月26日向被申请人送达《履行行政处罚决定催告书》（苏住建监催字〔2026〕第1号）');
    expect(text).toContain('被申请人：苏州示例置业有限公司');
    expect(text).toContain('行政机关负责人（签名）');
    expect(text).toContain('申请强制执行标的情况');
  });

  it('needs a demand that was served', () => {
    expect(missing('QZZX', { demands: [] })).toContain('demandedOn');
  });
});

describe('change and correction', () => {
  it('titles and words a change and a revocation apart', () => {
    expect(printed('BGCX')).toContain('变更行政处罚决定书');
    const revoked = { ...sampleContext('BGCX'), document: { ...sampleContext('BGCX').document, values: { act: '撤销', reason: '事实不清' } } };
    const text = printedText(revoked);
    expect(text).toContain('撤销行政处罚决定书');
    expect(text).toContain('本机关决定撤销上述行政处罚决定。');
  });

  it('sets wrong and right beside each other', () => {
    expect(printed('BZTZ')).toContain('1.第2页第3段：原文“桩基36跟”，补正为“桩基36根”；');
    expect(printed('BZTZ')).toContain('作出的《行政处罚决定书》（苏住建监罚字〔2026〕第1号）');
  });
});

describe('the hearing in the decision (art. 65)', () => {
  const hearing = {
    requestedOn: '2026-04-01', requestEvidenceId: null, accepted: true, refusalReason: '', hostId: 'reviewer-1', hostName: '王法审', recorderName: '卫书记员', noticeServedOn: '2026-04-02', heldAt: '2026-04-14T09:00',
    place: '听证室', public: true, partyAbsent: false, report: null,
  };

  it('says that it was held, and that the decision rests on its record', () => {
    expect(printed('CFJD', { hearing })).toContain('本机关于2026年4月14日公开举行听证');
    expect(printed('CFJD', { hearing })).toContain('本决定根据听证笔录作出');
    expect(printed('CFJD', { hearing: { ...hearing, partyAbsent: true } })).toContain('视为放弃听证权利');
  });
});

describe('the approval of closing', () => {
  it('ticks the ground that the case itself shows', () => {
    expect(printed('JASP')).toContain('☑行政处罚决定履行完毕');
    expect(printed('JASP', { noPenaltyGround: 'minor' })).toContain('☑不予行政处罚');
    expect(printed('JASP')).toContain('2026年5月6日缴纳人民币壹拾玖万贰仟元整（¥192,000.00）（票据号：DEMO-0000000001）');
  });
});
