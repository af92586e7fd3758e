import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { missingFields, warnings } from '#shared/domain/document/data.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { INVESTIGATION_RULES } from '#shared/domain/document/rules/investigation.ts';
import { sampleCase, sampleContext } from '#tests/helpers/documents.ts';
import { printedText } from '#tests/helpers/printed.ts';
import { PRESERVED, SEALED } from '#tests/helpers/samples/measures.ts';

type Changes = Parameters<typeof sampleContext>[2];

function printed(code: DocumentCode, changes: Changes = {}, kind: 'unit' | 'person' | 'business' = 'unit'): string {
  return printedText(sampleContext(code, kind, changes));
}

function lacking(code: DocumentCode, changes: Changes): readonly string[] {
  return missingFields(sampleContext(code, 'unit', changes)).map((item) => item.key);
}

describe('先行登记保存 (Administrative Penalty Law, arts. 56, 85: seven working days)', () => {
  it('ends on the seventh working day after the start', () => {
    // Thursday 2026-03-12: Fri 13, Mon 16, 17, 18, 19, Fri 20, Mon 23.
    expect(printed('DJTZ')).toContain('在七个工作日内（自2026年3月12日的次日起算，至2026年3月23日止）');
  });

  it('does not count a holiday of the maintained calendar', () => {
    const context = sampleContext('DJTZ');
    expect(printedText({ ...context, calendar: { years: [2026], exceptions: { '2026-03-20': 'holiday' } } })).toContain('至2026年3月24日止');
  });

  it('follows a start the officer typed', () => {
    const values = { startedOn: '2026-03-13' };
    expect(printed('DJTZ', { document: { values } })).toContain('至2026年3月24日止');
  });

  it('strikes the date and names it as missing where the calendar is not maintained', () => {
    const context = { ...sampleContext('DJTZ'), calendar: { years: [2025], exceptions: {} } };
    expect(printedText(context)).toContain('至／止');
    expect(missingFields(context).map((item) => item.key)).toEqual(['dueOn']);
  });

  it('is not told before the leader approved it', () => {
    const file = { measures: [{ ...PRESERVED, approvedOn: null }] };
    expect(lacking('DJTZ', { file })).toContain('approvedOn');
    expect(INVESTIGATION_RULES.DJTZ.approved?.by(sampleCase('unit', file))).toBe(false);
    expect(INVESTIGATION_RULES.DJTZ.approved?.by(sampleCase('unit', { measures: [PRESERVED] }))).toBe(true);
  });

  it('lists every thing with its number on a sheet behind the seal', () => {
    const text = printed('DJTZ');
    expect(text).toContain('苏州市住房和城乡建设局\n2026年3月12日\n先行登记保存物品清单');
    expect(text).toContain('3 | 钢筋原材料进场验收记录 | 2026年2月 | 4份 | 其中1份边角破损 | ／');
    expect(text).toContain('共3项');
  });

  it.each([
    ['released', '解除先行登记保存，将上述物品返还你单位。'], ['to-seizure', '依法采取查封、扣押措施'], ['appraisal', '送交有资质的机构'],
    ['transferred', '移送有关部门处理'], ['confiscated', '依法应当没收'],
  ] as const)('settled as %s says so', (outcome, words) => {
    const text = printed('DJCL', { file: { measures: [{ ...PRESERVED, settledOn: '2026-03-20', outcome }] } });
    expect(text).toContain(words);
    expect(text.includes('到本机关领取')).toBe(outcome === 'released');
  });
});

describe('查封、扣押 (Administrative Coercion Law, arts. 18, 19, 24, 25, 28)', () => {
  it('names grounds, basis, term, things and remedies as art. 24 asks', () => {
    const text = printed('CFKY');
    for (const words of ['当事人：苏州示例置业有限公司', '存在重大事故隐患', '《中华人民共和国安全生产法》第六十五条第一款第（四）项', '自2026年3月12日起至2026年4月11日止', '1 | 塔式起重机 |', '六十日内', '六个月内', '陈述权、申辩权']) {
      expect(text).toContain(words);
    }
  });

  it('tells the party that keeps the things itself not to use them; else the authority bears the cost (art. 26)', () => {
    expect(printed('CFKY')).toContain('由你单位就地保管');
    const text = printed('CFKY', { file: { measures: [{ ...SEALED, keeper: '监察支队一大队' }] } });
    expect(text).toContain('由监察支队一大队保管');
    expect(text).toContain('保管费用由本机关承担');
  });

  it('says 扣押 throughout for a seizure', () => {
    const text = printed('CFKY', { file: { measures: [{ ...SEALED, kind: 'seizure' }] } });
    expect(text).toContain('扣押期限为三十日');
    expect(text).toContain('扣押物品清单');
    expect(text).not.toContain('查封期限');
  });

  it('is extended from the day after its thirtieth, by the days approved', () => {
    expect(printed('YCCF')).toContain('将查封期限延长30日，自2026年4月12日起至2026年5月11日止');
    expect(printed('YCCF', { file: { measures: [{ ...SEALED, extendedDays: 15 }] } })).toContain('延长15日，自2026年4月12日起至2026年4月26日止');
    expect(lacking('YCCF', { file: { measures: [SEALED] } })).toContain('to');
  });

  it('is released under the item of art. 28 that was chosen', () => {
    const text = printed('JCCF', { document: { values: { ground: '查封、扣押期限已经届满' } } });
    expect(text).toContain('第二十八条第一款第（四）项');
    expect(text).toContain('立即退还你单位');
  });

  it('in urgency is approved afterwards, and the record says so', () => {
    const urgent = { ...SEALED, approvedOn: null, urgent: true };
    expect(printed('QZBL', { file: { measures: [urgent] } })).toContain('在二十四小时内向本机关负责人报告，并补办批准手续');
    expect(printed('QZBL')).toContain('并于2026年3月12日经批准');
    expect(printed('QZSP', { file: { measures: [urgent] } })).toContain('已当场实施');
    const allowed = INVESTIGATION_RULES.CFKY.approved;
    expect(allowed?.by(sampleCase('unit', { measures: [urgent] }))).toBe(true);
    expect(allowed?.by(sampleCase('unit', { measures: [{ ...urgent, urgent: false }] }))).toBe(false);
  });

  it('calls a witness where the party stays away', () => {
    const values = { ...sampleContext('QZBL').document.values, presence: '未到场' };
    expect(printed('QZBL', { document: { values } })).toContain('第十八条第（九）项的规定，邀请见证人到场');
  });

  it('warns of an unconfirmed court', () => {
    expect(warnings(sampleContext('CFKY')).join()).toContain('有管辖权的人民法院');
  });
});

describe('terms of the case', () => {
  it('are extended from the ninetieth day (art. 60)', () => {
    // 2026-03-09 + 90 = 2026-06-07, + 30 = 2026-07-07.
    const text = printed('YQSP');
    expect(text).toContain('原期限届满日 | 2026年6月7日 | 延长次数 | 第一次延长');
    expect(text).toContain('30日 | 延长后\n届满日 | 2026年7月7日');
    const second = printed('YQSP', { file: { extensionDays: [30, 60] } });
    expect(second).toContain('原期限届满日 | 2026年7月7日 | 延长次数 | 第二次延长');
    expect(second).toContain('2026年9月5日');
    expect(second).toContain('集体讨论');
  });

  it('resume after a suspension with the days it stood still', () => {
    // Ten days from 03-17 to 03-27: 06-07 becomes 06-17.
    expect(printed('ZZDC')).toContain('2026年6月17日');
    expect(printed('ZZDC')).toContain('☑恢复调查');
    const running: Partial<CaseFile> = { suspensions: [{ from: '2026-03-17', to: null, ground: '当事人下落不明' }] };
    expect(printed('ZZDC', { file: running })).toContain('☑中止调查');
    expect(printed('ZZDC', { file: { stage: 'TERM' } })).toContain('☑终止调查');
  });

  it('of an appraisal cites the Coercion Law only where things are sealed or seized', () => {
    expect(printed('JDQJ')).not.toContain('行政强制法');
    expect(printed('JDQJ', { file: { measures: [SEALED] } })).toContain('《中华人民共和国行政强制法》第二十五条第三款');
  });
});

describe('evidence', () => {
  it('of the typed title brings kind, day and what it proves', () => {
    const values = { title: '2026年3月16日对钱示例的询问笔录1份', method: '复印', pages: '1份' };
    const text = printed('ZJTQ', { document: { values } });
    expect(text).toContain('当事人的陈述');
    expect(text).toContain('当事人承认未取得施工许可证即组织施工的事实和原因');
  });

  it('in files is listed with size and SHA-256 in groups that can be compared', () => {
    const file = { sha256: 'ab'.repeat(32), bytes: 2_621_440, mime: 'text/csv', name: '付款流水.csv' };
    const electronic = { ...sampleCase().evidence[0]!, id: 'e-9', kind: 'electronic' as const, title: '对公账户流水', file };
    const text = printed('DZSJ', { file: { evidence: [electronic] }, document: { values: { ...sampleContext('DZSJ').document.values, files: [] } } });
    expect(text).toContain(`付款流水.csv | 对公账户流水 | 2.5 MB | ${Array.from({ length: 4 }, () => 'ab'.repeat(8)).join(' ')}`);
  });

  it('taken before filing is marked so', () => {
    expect(printed('DZSJ', { file: { filedOn: '2026-03-20' } })).toContain('立案前核查');
    expect(printed('DZSJ', { file: { filedOn: '2026-03-09' } })).not.toContain('立案前核查');
  });
});

describe('whom the summons asks', () => {
  it('follows the kind of party', () => {
    expect(printed('DCTZ')).toContain('请你单位法定代表人（负责人）钱示例或者其委托代理人于2026年3月16日14时00分');
    expect(printed('DCTZ', {}, 'person')).toContain('请你本人于');
    expect(printed('DCTZ', {}, 'business')).toContain('请你单位经营者李样本');
  });
});
