import { describe, expect, it } from 'vitest';
import type { Block, FormCell } from '#shared/domain/document/blocks.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import { DOCUMENT_CODES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import type { PartyKind } from '#shared/domain/party/party.ts';
import { PARTIES, sampleCase, sampleContext } from '#tests/helpers/documents.ts';
import { cellText, printedText } from '#tests/helpers/printed.ts';

const KINDS: readonly PartyKind[] = ['unit', 'person', 'business'];

function cellsOf(blocks: readonly Block[]): readonly FormCell[] {
  return blocks.flatMap((block) => (block.kind === 'form' ? block.rows.flatMap((row) => row.cells) : []));
}

describe('every kind of document', () => {
  const all = DOCUMENT_CODES.flatMap((code) => KINDS.map((kind) => [code, kind] as const));

  it.each(all)('%s for a %s prints no blank, no placeholder and nothing undefined', (code, kind) => {
    const text = printedText(sampleContext(code, kind));
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\w*\}|\{\{/u);
    expect(text).not.toContain('待确认');
    expect(missingFields(sampleContext(code, kind))).toEqual([]);
  });

  it.each(all)('%s for a %s strikes every empty cell', (code, kind) => {
    const { blocks } = typesetInput(sampleContext(code, kind), { draft: true, createdAt: '2026-04-20T02:00:00Z' });
    for (const cell of cellsOf(blocks)) expect(cellText(cell).trim()).not.toBe('');
  });

  it.each(DOCUMENT_CODES.map((code) => [code]))('%s stands up with an empty case: everything missing is named, nothing breaks', (code) => {
    const empty = sampleContext(code, 'unit', {
      file: {
        party: null, project: null, caseNo: null, proposed: null, notified: null, violationId: null, facts: '', nature: '', cause: '', evidence: [], approvals: [], reviews: [], services: [], documents: [],
        officerIds: [], filedOn: null, notifiedOn: null, correctiveOrder: null, discussion: null, discretion: { tier: null, baseFen: null, baseSource: '', factors: '', deviationReason: '' },
      },
      document: { values: {}, aboutDocumentId: null },
    });
    const context = { ...empty, about: null };
    expect(printedText(context)).not.toMatch(/undefined|null|NaN|\{\w*\}/u);
    expect(missingFields(context).length).toBeGreaterThan(0);
  });

  it('has a definition with unique field keys and columns that fill the text area', () => {
    for (const code of DOCUMENT_CODES) {
      const definition = definitionOf(code);
      expect(definition.code).toBe(code);
      expect(new Set(definition.fields.map((field) => field.key)).size).toBe(definition.fields.length);
      for (const block of typesetInput(sampleContext(code), { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks) {
        if (block.kind === 'form') checkGrid(block);
        if (block.kind === 'table') expect(block.columns.reduce((sum, column) => sum + column.width, 0)).toBe(156);
      }
    }
  });
});

/** Every row of a grid fills its columns exactly, spans included. */
function checkGrid(form: Extract<Block, { kind: 'form' }>): void {
  expect(form.columns.reduce((sum, width) => sum + width, 0)).toBe(156);
  for (const row of form.rows) expect(row.cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0)).toBe(form.columns.length);
}

describe('the number', () => {
  const numbered: readonly DocumentCode[] = ['LASP', 'GZS', 'FZSH', 'CFJD'];

  it.each(numbered.map((code) => [code]))('%s shows a provisional mark as a draft, then the number in 〔〕', (code) => {
    expect(printedText(sampleContext(code))).toContain('（文号待签发）');
    const text = printedText(sampleContext(code, 'unit', { document: { docNo: '苏住建监罚字〔2026〕第12号' } }));
    expect(text).toContain('苏住建监罚字〔2026〕第12号');
    expect(text).not.toContain('待签发');
  });

  it('never sets years in wrong brackets', () => {
    for (const code of DOCUMENT_CODES) expect(printedText(sampleContext(code))).not.toMatch(/[[【（(]20\d\d[\]】）)]第?\d/u);
  });
});

describe('the party block', () => {
  it('follows the kind of party', () => {
    const [unit, person, business] = KINDS.map((kind) => printedText(sampleContext('CFJD', kind)));
    expect(unit).toContain('法定代表人（负责人）：钱示例　　职务：总经理');
    expect(unit).toContain(`统一社会信用代码：${PARTIES.unit.creditCode}`);
    expect(unit).not.toContain('公民身份号码');
    expect(person).toContain('当事人：孙范例　　性别：男　　出生日期：1985年3月12日');
    expect(person).toContain(`公民身份号码：${PARTIES.person.idNumber}`);
    expect(person).not.toContain('统一社会信用代码');
    expect(business).toContain('当事人：吴中区样例建材经营部（个体工商户）');
    expect(business).toContain('经营者：李样本');
  });

  it('addresses a person as 你 and a unit as 你单位', () => {
    expect(printedText(sampleContext('GZS', 'person'))).toContain('本机关拟对你作出如下行政处罚');
    expect(printedText(sampleContext('GZS', 'unit'))).toContain('本机关拟对你单位作出如下行政处罚');
    expect(printedText(sampleContext('GZS', 'business'))).toContain('本机关拟对你单位作出如下行政处罚');
  });
});

describe('hearing rights (Administrative Penalty Law, art. 63)', () => {
  const below = { ...sampleCase().proposed!, fineFen: 4_999_999 };

  it('are told in the notice from the threshold of units on', () => {
    expect(printedText(sampleContext('GZS', 'unit', { file: { proposed: { ...below, fineFen: 5_000_000 } } }))).toContain('有权要求举行听证');
    expect(printedText(sampleContext('GZS', 'unit', { file: { proposed: below } }))).not.toContain('听证');
  });

  it('are told from the lower threshold of persons on', () => {
    expect(printedText(sampleContext('GZS', 'person', { file: { proposed: { ...below, fineFen: 500_000 } } }))).toContain('有权要求举行听证');
    expect(printedText(sampleContext('GZS', 'person', { file: { proposed: { ...below, fineFen: 499_999 } } }))).not.toContain('听证');
  });

  it('reappear in the decision as told, with what became of them', () => {
    expect(printedText(sampleContext('CFJD'))).toContain('当事人在规定期限内未提出陈述、申辩意见，也未要求听证。');
    expect(printedText(sampleContext('CFJD', 'unit', { file: { proposed: below, notified: below } }))).not.toContain('听证');
  });
});

describe('the defence in the decision', () => {
  it('says that the party waived its rights', () => {
    expect(printedText(sampleContext('CFJD', 'unit', { file: { waiverEvidenceId: 'evidence-9' } }))).toContain('当事人已书面声明放弃陈述、申辩和要求听证的权利。');
  });

  it('says what was argued, what the review found and whether it was adopted', () => {
    const defence = { receivedOn: '2026-04-01', content: '工程规模较小，请求从轻处罚。', reviewOpinion: '已在裁量中考虑工程规模。', adopted: false };
    const text = printedText(sampleContext('CFJD', 'unit', { file: { defence } }));
    expect(text).toContain('当事人于2026年4月1日提出陈述、申辩，主要意见为：工程规模较小，请求从轻处罚。');
    expect(text).toContain('认为：已在裁量中考虑工程规模。当事人的陈述、申辩意见不成立，本机关不予采纳。');
    expect(printedText(sampleContext('CFJD', 'unit', { file: { defence: { ...defence, adopted: true } } }))).toContain('本机关予以采纳');
  });
});

describe('the penalty decision', () => {
  const text = printedText(sampleContext('CFJD'));

  it('states the fine in capitals and figures and how it was found', () => {
    expect(text).toContain('罚款人民币壹拾玖万贰仟元整（¥192,000.00）。');
    expect(text).toContain('在法定罚款幅度（合同价款1%以上2%以下）内，按1.5%确定罚款数额为');
  });

  it('names the laws in full with article numbers', () => {
    expect(text).toContain('违反了《中华人民共和国建筑法》第七条的规定，依照《建设工程质量管理条例》第五十七条的规定');
  });

  it('warns of the surcharge with its cap (art. 72) and tells term, deferral and bank', () => {
    expect(text).toContain('每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额，即人民币壹拾玖万贰仟元整（¥192,000.00）。');
    expect(text).toContain('自收到本决定书之日起十五日内');
    expect(text).toContain('到本机关《缴款通知书》载明的代收银行');
  });

  it('tells both remedies with their terms, no stay, and the publication', () => {
    expect(text).toContain('六十日内，依照《中华人民共和国行政复议法》的规定向苏州市人民政府申请行政复议');
    expect(text).toContain('六个月内，依照《中华人民共和国行政诉讼法》的规定直接向有管辖权的人民法院提起行政诉讼');
    expect(text).toContain('本决定不停止执行');
    expect(text).toContain('依法予以公开');
  });

  it('orders correction without doubling 责令', () => {
    expect(text).toContain('责令当事人改正违法行为：停止施工，限期补办施工许可手续。');
  });

  it('names a confirmed bank account', () => {
    const context = sampleContext('CFJD');
    const settings = { ...context.settings, bankName: '示例银行苏州分行', bankAccount: '0000 1111', bankPayee: '示例财政专户' };
    expect(printedText({ ...context, settings })).toContain('到示例银行苏州分行（收款户名：示例财政专户；账号：0000 1111）缴纳罚款人民币');
  });

  it('speaks of no bank and no surcharge when there is only a warning', () => {
    const warning = { kinds: ['warning'] as const, fineFen: 0, confiscationFen: 0, otherItems: [] };
    const only = printedText(sampleContext('CFJD', 'unit', { file: { proposed: warning, notified: warning } }));
    expect(only).toContain('警告。');
    expect(only).not.toMatch(/缴纳|加处罚款。|代收银行/u);
  });

  it('numbers several penalties', () => {
    const several = { kinds: ['warning', 'fine', 'confiscation'] as const, fineFen: 1_000_000, confiscationFen: 250_050, otherItems: [] };
    const list = printedText(sampleContext('CFJD', 'unit', { file: { proposed: several, notified: several } }));
    expect(list).toContain('1.警告；\n2.罚款人民币壹万元整（¥10,000.00）；\n3.没收违法所得人民币贰仟伍佰元伍角整（¥2,500.50）。');
    expect(list).toContain('缴纳罚没款人民币壹万贰仟伍佰元伍角整');
  });

  it('leaves withdrawn evidence out', () => {
    const [first, ...rest] = sampleCase().evidence;
    const withdrawn = { ...first!, withdrawn: { by: 'officer-1', at: '2026-03-20T00:00:00Z', reason: '来源不明' } };
    expect(printedText(sampleContext('CFJD', 'unit', { file: { evidence: [withdrawn, ...rest] } }))).not.toContain('营业执照复印件');
  });
});

describe('records (笔录)', () => {
  it('tell the rights first, close with （以下空白） and the statement, and are signed on every sheet', () => {
    const text = printedText(sampleContext('XWBL'));
    expect(text.indexOf('有权申请回避')).toBeLessThan(text.indexOf('请说明你的身份'));
    expect(text).toContain('（以下空白）\n以上笔录我已看过，与我说的一致。');
    expect(text).toContain('2026年3月16日14时00分至15时20分');
    expect(text).toContain('男，47周岁');
    for (const code of ['XWBL', 'XCJC'] as const) {
      expect(typesetInput(sampleContext(code), { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks.some((block) => block.kind === 'sheet-signatures')).toBe(true);
    }
  });
});

describe('approvals and review', () => {
  it('take the opinions from the case, with who and when', () => {
    const text = printedText(sampleContext('LASP'));
    expect(text).toContain('建议立案调查。\n签名：赵执法　　2026年3月6日');
    expect(text).toContain('同意核查，由赵执法、周协办承办。\n签名：郑队长　　2026年3月3日');
    expect(text).toContain('同意立案。\n签名：冯局长　　2026年3月9日');
    expect(text).toContain('☑有初步证据证明存在违法行为');
  });

  it('answer each of the eight points, and show the failed one', () => {
    const review = sampleCase().reviews[0]!;
    const failed = { ...review, passed: false, points: { ...review.points, facts: false } };
    const text = printedText(sampleContext('FZSH', 'unit', { file: { reviews: [failed] } }));
    expect(text.match(/☑通过 ☐不通过/gu)).toHaveLength(7);
    expect(text).toContain('案件事实是否清楚，证据是否合法充分 | ☐通过 ☑不通过');
    expect(text).toContain('审核不通过');
  });
});

describe('what the catalogue asks of a kind beyond the common block (domain notes §2.1)', () => {
  it('is ticked on a decision on the spot: the penalty, and how the fine is collected', () => {
    const text = printedText(sampleContext('DCCF'));
    expect(text).toContain('处罚决定\n☑警告\n☑罚款');
    expect(text).toContain('☑银行缴纳\n☐当场收缴');
    const warning = { kinds: ['warning'] as const, fineFen: 0, confiscationFen: 0, otherItems: [] };
    expect(printedText(sampleContext('DCCF', 'unit', { file: { proposed: warning } }))).toContain('☑警告\n☐罚款');
  });

  it('is the position on the record of a check: of the newest photo, or what was typed', () => {
    const [first] = sampleCase().evidence;
    const photo = { ...first!, takenPlace: '北纬31.30°，东经120.58°', origin: { takenAt: 'photo', takenPlace: 'photo' } } as const;
    const filled = sampleContext('XCJC', 'unit', { file: { evidence: [photo] }, document: { values: {} } });
    expect(printedText(filled)).toContain('北纬31.30°，东经120.58°');
    expect(printedText(sampleContext('XCJC', 'unit', { document: { values: {} } }))).toContain('地理坐标 | ／');
  });

  it('is whether the informant asked to stay unknown, and then not who he is (Administrative Penalty Law, art. 50)', () => {
    expect(printedText(sampleContext('AYDJ'))).toContain('☑不要求保密　　☐要求保密');
    const secret = printedText(sampleContext('AYDJ', 'unit', { document: { values: { confidential: '要求保密', informant: '吴示例' } } }));
    expect(secret).toContain('☐不要求保密　　☑要求保密');
    expect(secret).not.toContain('吴示例');
  });

  it('is the five days in which a change of the address must be told', () => {
    expect(printedText(sampleContext('SDQR'))).toContain('自变更之日起五日内书面告知本机关');
  });

  it.each(['JGGZ', 'YCCF', 'YQPZ'] as const)('is who the party of a served %s is', (code) => {
    expect(printedText(sampleContext(code))).toContain(`统一社会信用代码：${PARTIES.unit.creditCode}`);
  });
});

describe('the proof of service', () => {
  it('names the document served with number and pages, method, and the minute', () => {
    const text = printedText(sampleContext('SDHZ'));
    expect(text).toContain('《行政处罚决定书》');
    expect(text).toContain('苏住建监罚字〔2026〕第1号');
    expect(text).toContain('5页');
    expect(text).toContain('☑直接送达');
    expect(text).toContain('2026年4月22日10时05分');
  });

  it('leaves only time and signatures open before service', () => {
    const text = printedText(sampleContext('SDHZ', 'unit', { file: { services: [] } }));
    expect(text).toContain('☐直接送达');
    expect(text).toContain('年　　月　　日　　时　　分');
  });
});
