import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import type { Party } from '../../../party/party.ts';
import { YQFQ_WORDING } from '../../wording/yqfq.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, pair, wide } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { planText, sum } from '../parts/decided.ts';
import { aligned, blocksCell, flush, label, tallRow } from '../parts/draw.ts';
import { partyRows } from '../parts/party.ts';
import { orNone, record, struck, text } from '../parts/read.ts';
import { DEFERRALS, deferralFacts, plan } from './deferral.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  return { ...caseFacts(context), ...deferralFacts(context), wordingVersion: wordingInForce(YQFQ_WORDING, context).version };
}

/** The party writes it: its own name signs, and the authority is the addressee. */
function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(YQFQ_WORDING, data).texts;
  const party = record<Party>(data, 'party');
  return [
    { kind: 'title', text: '延期（分期）缴纳罚款申请书' },
    flush(`${struck(text(data, 'authority'))}：`),
    form([
      ...partyRows(party),
      pair('案号', caseNumberText(data), '决定书文号', text(data, 'decisionNo')),
      pair('罚款数额', sum(data, 'fineFen'), '原缴纳期限', longDate(text(data, 'payDueOn'))),
      pair('已缴数额', sum(data, 'paidFen'), '申请种类', text(data, 'kind')),
      wide('申请事项', fillIn(texts.request, { kind: struck(text(data, 'kind')) })),
      wide('经济困难的\n事实和理由', text(data, 'reason'), 50),
      wide('申请的缴纳\n期限和数额', planText(plan(data)), 24),
      wide('证明材料', orNone(text(data, 'proof'))),
      tallRow(30, label('申请人'), blocksCell([flush(struck(party?.name ?? '')), aligned('right', `签名（盖章）：　　　　　　　　${longDate(text(data, 'appliedOn')) || '年　　月　　日'}`)], { span: 3 })),
    ]),
  ];
}

export const YQFQ: DocumentDefinition = {
  code: 'YQFQ',
  style: 'form',
  sealed: false,
  ...newest(YQFQ_WORDING),
  fields: [
    { key: 'kind', label: '申请种类', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(DEFERRALS) },
    { key: 'reason', label: '经济困难的事实和理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'proof', label: '证明材料', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'appliedOn', label: '申请日期', kind: 'date', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'decisionNo', label: '行政处罚决定书文号' }],
  settings: [],
  fill,
  blocks,
};
