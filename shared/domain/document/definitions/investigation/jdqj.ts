import { JDQJ_WORDING } from '../../wording/jdqj.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { COERCION, measureOf } from '../parts/measures.ts';
import { clause, flag, struck, text } from '../parts/read.ts';
import { APPRAISALS } from './jdwt.ts';

/** 鉴定（检测）期间告知书 (C8): the period does not count; for things sealed or seized it must be told in writing (Coercion Law, art. 25(3)). */
export const JDQJ = letter({
  code: 'JDQJ',
  wording: JDQJ_WORDING,
  addressee: 'party',
  fields: [
    { key: 'institution', label: '受委托单位', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'subject', label: '委托的物品或者事项', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'kind', label: '委托类别', kind: 'choice', required: true, filledFrom: 'case', choices: APPRAISALS },
    { key: 'from', label: '期间开始日', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'to', label: '期间届满日', kind: 'date', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'cause', label: '案由' }],
  facts: ({ file }) => {
    const period = file.exclusions?.findLast((exclusion) => exclusion.kind === 'test' || exclusion.kind === 'appraisal');
    return {
      kind: period?.kind === 'test' ? '检测' : '鉴定', from: period?.from ?? '', to: period?.to ?? '',
      coercion: measureOf(file, COERCION)?.startedOn !== undefined && measureOf(file, COERCION)?.startedOn !== null,
    };
  },
  body: (data, texts, you) => {
    const kind = text(data, 'kind');
    const coercion = flag(data, 'coercion');
    return [
      paragraph(fillIn(texts.lead, {
        you, kind, cause: struck(text(data, 'cause')), caseNo: caseNumberText(data), institution: struck(text(data, 'institution')), subject: clause(text(data, 'subject')) || '／',
        from: struck(longDate(text(data, 'from'))), to: struck(longDate(text(data, 'to'))),
      })),
      ...(coercion ? [paragraph(fillIn(texts.excludedCoercion, { kind }))] : []),
      paragraph(texts.excluded),
      ...(coercion ? [paragraph(fillIn(texts.cost, { kind }))] : []),
      paragraph(fillIn(texts.rights, { you, kind })),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
