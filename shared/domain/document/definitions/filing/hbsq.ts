import type { DocumentData } from '../../definition.ts';
import { HBSQ_WORDING } from '../../wording/hbsq.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, struck, text } from '../parts/read.ts';

const KINDS = { applied: '当事人申请', self: '本人自行申请', ordered: '本机关发现' } as const;
const HOST = '听证主持人';
const ROLES = ['执法人员', '法制审核人员', HOST, '听证记录人', '鉴定人、翻译人员'];
const DECISIONS = { granted: '准予回避', refused: '不予回避' } as const;

function leadKey(data: DocumentData): keyof typeof KINDS {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((key) => KINDS[key] === text(data, 'kind')) ?? 'applied';
}

/** Who gets the letter: the applicant, or the officer himself. */
function recipient(data: DocumentData): string {
  return leadKey(data) === 'applied' ? text(data, 'applicant') || '／' : text(data, 'person') || '／';
}

export const HBSQ = letter({
  code: 'HBSQ',
  wording: HBSQ_WORDING,
  addressee: recipient,
  fields: [
    { key: 'kind', label: '回避的提起', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(KINDS) },
    { key: 'applicant', label: '申请人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'appliedOn', label: '申请（发现）日期', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'role', label: '被申请回避人员的身份', kind: 'choice', required: true, filledFrom: 'case', choices: ROLES },
    { key: 'person', label: '被申请回避人员', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'ground', label: '申请回避的理由', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'review', label: '审查情况', kind: 'long-text', required: true, filledFrom: 'none', help: '写明是否存在直接利害关系或者可能影响公正执法的其他关系。' },
    { key: 'decision', label: '决定', kind: 'choice', required: true, filledFrom: 'none', choices: Object.values(DECISIONS) },
  ],
  requires: [],
  facts: ({ file }) => ({ kind: KINDS.applied, applicant: file.party?.name ?? '', role: ROLES[0] }),
  body: (data, texts) => {
    const who = { role: text(data, 'role'), person: struck(text(data, 'person')) };
    const appliedOn = struck(longDate(text(data, 'appliedOn')));
    const values = { ...who, appliedOn, caseTitle: struck(text(data, 'caseTitle')), caseNo: caseNumberText(data), applicant: struck(text(data, 'applicant')), ground: clause(text(data, 'ground')) || '／' };
    return [
      paragraph(fillIn(texts[leadKey(data)], values)),
      paragraph(fillIn(texts.reviewed, { review: clause(text(data, 'review')) || '／' })),
      paragraph(who.role === HOST ? texts.hearingLaw : texts.law),
      paragraph(fillIn(text(data, 'decision') === DECISIONS.granted ? texts.granted : texts.refused, who)),
      paragraph(texts.goesOn),
    ];
  },
});
