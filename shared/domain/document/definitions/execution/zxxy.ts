import type { DocumentDefinition } from '../../definition.ts';
import type { Party } from '../../../party/party.ts';
import { ZXXY_WORDING } from '../../wording/zxxy.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { DECISION_REQUIRED, decisionFacts, decisionWords, duesFacts, fen, planTable, sum } from '../parts/decided.ts';
import { paragraph, sections } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { partyLines } from '../parts/party.ts';
import { clause, record, struck, text } from '../parts/read.ts';

export const ZXXY: DocumentDefinition = letter({
  code: 'ZXXY',
  wording: ZXXY_WORDING,
  addressee: () => '',
  facts: (context) => ({
    ...decisionFacts(context),
    ...duesFacts(context),
    plan: context.file.agreement?.plan ?? [],
    reducedFen: context.file.agreement?.surchargeReducedFen ?? 0,
  }),
  body: (data, texts) => {
    const party = record<Party>(data, 'party');
    const measures = clause(text(data, 'measures'));
    const reduced = fen(data, 'reducedFen');
    return [
      paragraph(`甲方：${struck(text(data, 'authority'))}`),
      ...(party === null ? [paragraph('乙方：／')] : partyLines(party).map((line) => paragraph(line.replace(/^当事人：/u, '乙方：')))),
      paragraph(fillIn(texts.lead, decisionWords(data))),
      ...sections([
        { title: '尚未履行的义务', content: [paragraph(fillIn(texts.due, { on: struck(longDate(text(data, 'countedOn'))), unpaid: sum(data, 'unpaidFen'), surcharge: sum(data, 'surchargeFen') }))] },
        { title: '履行的期限和数额', content: [paragraph(texts.plan), planTable(data)] },
        { title: '加处罚款的减免', content: [paragraph(reduced === 0 ? texts.noReduce : fillIn(texts.reduce, { reduced: sum(data, 'reducedFen'), measures: measures || '／' }))] },
        { title: '违约责任', content: [paragraph(texts.breach)] },
        { title: '生效', content: [paragraph(texts.effect)] },
      ]),
    ];
  },
  receipt: () => [{ kind: 'space', lines: 1 }, { kind: 'signatures', items: [{ label: '乙方（签名或者盖章）', date: true }] }],
  fields: [{ key: 'measures', label: '补救措施', kind: 'long-text', required: false, filledFrom: 'none', help: '约定减免加处罚款的，写明乙方采取的补救措施（行政强制法第四十二条）。' }],
  requires: [...DECISION_REQUIRED, { key: 'plan', label: '分阶段履行的计划（登记执行协议后自动填入）' }],
});
