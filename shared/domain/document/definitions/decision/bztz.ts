import { shanghaiDay } from '../../../time-limit/days.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { DOCUMENT_NAMES } from '../../document-file.ts';
import { BZTZ_WORDING } from '../../wording/bztz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, strings, struck, text } from '../parts/read.ts';
import { columnsOf } from '../parts/typed.ts';

/** The document corrected: the one it was made for, else the last that was issued to the party with a number. */
function corrected(context: DocumentContext): Record<string, unknown> {
  const { about, file } = context;
  const last = file.documents.findLast((document) => document.status === 'issued' && document.docNo !== null && CATALOGUE[document.code].direction === 'external' && document.code !== 'BZTZ');
  const issuedAt = about?.issued?.issuedAt ?? last?.issuedAt ?? '';
  const code = about?.code ?? last?.code;
  return {
    correctedName: code === undefined ? '' : DOCUMENT_NAMES[code],
    correctedNo: about?.docNo ?? last?.docNo ?? '',
    correctedOn: issuedAt === '' ? '' : shanghaiDay(issuedAt),
  };
}

/** `页、段｜误｜正` → one sentence. */
function slip(line: string): string {
  const [where = '', wrong = '', right = ''] = columnsOf(line, 3);
  if (right === '') return clause(line);
  return `${where === '' ? '' : `${where}：`}原文“${wrong}”，补正为“${right}”`;
}

export const BZTZ: DocumentDefinition = letter({
  code: 'BZTZ',
  wording: BZTZ_WORDING,
  addressee: 'party',
  facts: corrected,
  body: (data, texts, you) => {
    const slips = strings(data, 'slips').map((line, index, all) => `${slip(line)}${index === all.length - 1 ? '。' : '；'}`);
    const words = { you, name: struck(text(data, 'correctedName')), no: struck(text(data, 'correctedNo')), issuedOn: struck(longDate(text(data, 'correctedOn'))) };
    return [
      paragraph(fillIn(texts.lead, words)),
      ...(slips.length === 0 ? [paragraph('／')] : numbered(slips)),
      paragraph(fillIn(texts.unchanged, words)),
      paragraph(fillIn(texts.together, words)),
    ];
  },
  copies: 'copies',
  fields: [
    { key: 'correctedName', label: '被补正的文书名称', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'correctedNo', label: '被补正的文书文号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'correctedOn', label: '被补正的文书日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'slips', label: '补正的内容', kind: 'lines', required: true, filledFrom: 'none', help: '每行一处：位置｜误｜正，例如：第2页第3段｜2025年｜2026年。事实、依据、处罚内容有误的，应当办理变更，不得补正。' },
  ],
  requires: [{ key: 'party', label: '当事人' }],
});
