import type { DocumentDefinition } from '../../definition.ts';
import { ZDBA_WORDING } from '../../wording/zdba.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { DECISION_REQUIRED, decisionFacts, decisionWords } from '../parts/decided.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, strings, struck, text } from '../parts/read.ts';

const MATERIALS = ['行政处罚决定书', '法制审核意见书', '重大案件集体讨论笔录', '送达回证'];

export const ZDBA: DocumentDefinition = letter({
  code: 'ZDBA',
  wording: ZDBA_WORDING,
  addressee: (data) => text(data, 'filingBody') || '／',
  facts: (context) => ({ ...decisionFacts(context), materials: MATERIALS }),
  body: (data, texts) => [
    paragraph(fillIn(texts.lead, { basis: clause(text(data, 'filingBasis')) || '／', title: struck(text(data, 'caseTitle')), caseNo: caseNumberText(data) })),
    paragraph(fillIn(texts.facts, { facts: clause(text(data, 'facts')) || '／' })),
    paragraph(fillIn(texts.decision, { ...decisionWords(data), breached: clause(text(data, 'breached')) || '／', basis: clause(text(data, 'basis')) || '／' })),
    paragraph(texts.close),
    paragraph('附：'),
    ...numbered(strings(data, 'materials')),
  ],
  fields: [
    { key: 'filingBody', label: '备案机关', kind: 'text', required: true, filledFrom: 'none', help: '备案机关和依据按本地现行规定填写；有关规定未核实。' },
    { key: 'filingBasis', label: '备案的依据', kind: 'text', required: true, filledFrom: 'none', help: '法规、规章名称用全称，写明条、款。' },
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'materials', label: '随附材料', kind: 'lines', required: true, filledFrom: 'case' },
  ],
  requires: DECISION_REQUIRED,
});
