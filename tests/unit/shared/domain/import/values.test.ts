import { describe, expect, it } from 'vitest';
import { readChoice, readCreditCode, readDay, readDistrict, readIdNumber, readMoney, readPermitNo, readPhone, readProjectCode, readQuantity, readText, unitOfHeader, type Reading } from '#shared/domain/import/values.ts';

const valueOf = <T>(reading: Reading<T>): T | string => ('value' in reading ? reading.value : `✕ ${reading.problem}`);
const wrong = (reading: Reading<unknown>): boolean => 'problem' in reading;

describe('dates', () => {
  it.each(['2026-01-05', '2026.1.5', '2026/1/5', '2026年1月5日', '２０２６．１．５', '20260105', '2026-1-5 09:30', '2026-01-05T09:30:00', '46027', ' 2026 年 1 月 5 日 '])('%s is 2026-01-05', (text) => {
    expect(valueOf(readDay(text))).toBe('2026-01-05');
  });

  it.each(['2026.2.29', '2026-13-01', '26.1.5', '五月一日', '1', '99999', '2026'])('%s is none', (text) => {
    expect(valueOf(readDay(text))).toBe(`✕ 「${text}」不是有效日期，请写成 2026-01-05 的样子。`);
  });
});

describe('districts', () => {
  it.each([['320508', '320508'], ['３２０５０８', '320508'], ['姑苏区', '320508'], ['苏州市姑苏区', '320508'], ['吴江', '320509'], ['园区', '320571'], ['苏州工业园区', '320571'], ['高新区', '320505'], ['虎丘区（高新区）', '320505'], ['昆山市', '320583'], ['市本级', '320500'], ['江苏省苏州市相城区', '320507']])('%s is %s', (text, code) => {
    expect(valueOf(readDistrict(text))).toBe(code);
  });

  it('know the abolished code and no other city', () => {
    expect(valueOf(readDistrict('320584'))).toContain('已于 2012 年撤销');
    expect(wrong(readDistrict('上海市'))).toBe(true);
    expect(wrong(readDistrict('330100'))).toBe(true);
  });
});

describe('amounts in fen', () => {
  it.each([
    ['1,234.5', '元', 123_450], ['￥１２３４', '元', 123_400], ['12500.505', '万元', 12_500_505_000], ['0.000001', '万元', 1], ['1.2亿元', '万元', 12_000_000_000], ['3万', '元', 3_000_000], ['0', '元', 0], ['2.50元', '万元', 250], ['人民币100元整', '元', 10_000],
  ])('%s in %s is %s', (text, unit, fen) => {
    expect(valueOf(readMoney(text, unit))).toBe(fen);
  });

  it('are exact, to the fen, and no words', () => {
    expect(valueOf(readMoney('90071992547409.91', '元'))).toContain('不是金额');
    expect(valueOf(readMoney('1.005', '元'))).toContain('精确到了分以下');
    for (const text of ['一万元', '-5', '1.2.3', '约100']) expect(wrong(readMoney(text, '元'))).toBe(true);
    expect([unitOfHeader('合同价款（万元）'), unitOfHeader('合同价款(亿元)'), unitOfHeader('合同价款'), unitOfHeader('合同价款（含税）')]).toEqual(['万元', '亿元', '元', '元']);
  });
});

describe('codes', () => {
  it('are normalised and checked', () => {
    expect(valueOf(readCreditCode(' ９１320508ma1text06x '))).toBe('91320508MA1TEXT06X');
    expect(valueOf(readCreditCode('91320508MA1TEXT06Y'))).toContain('第18位应为“X”');
    expect(valueOf(readIdNumber('320508199001011232', '2026-11-20'))).toBe('320508199001011232');
    expect(wrong(readIdNumber('320508199001011233', '2026-11-20'))).toBe(true);
    expect(valueOf(readProjectCode('2024—320506—47—01—123456'))).toBe('2024-320506-47-01-123456');
    expect(valueOf(readProjectCode('2024320506470112345'))).toContain('应为 24 位');
    expect(valueOf(readPermitNo('320506202405010101'))).toBe('320506202405010101');
    expect(valueOf(readPermitNo('320506202413010101'))).toContain('不是日期');
    expect(valueOf(readPermitNo('12'))).toContain('现在是 2 位');
  });

  it('of telephones, quantities, choices and texts', () => {
    expect(valueOf(readPhone('０５１２－ 00001234'))).toBe('0512-00001234');
    expect(wrong(readPhone('无'))).toBe(true);
    expect(valueOf(readQuantity('36,000.456 平方米'))).toBe(36_000.46);
    expect(valueOf(readChoice(' Ａ ', { A: 'A级', B: 'B级' }))).toBe('A');
    expect(valueOf(readChoice('优', { A: 'A级', B: 'B级' }))).toBe('✕ 没有「优」这一项，请填写A级、B级之一。');
    expect(valueOf(readText('一\n二', 10))).toBe('一 二');
    expect(valueOf(readText('一二三', 2))).toContain('最多 2 个字');
  });
});
