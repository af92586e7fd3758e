import type { DocumentDefinition } from '../../definition.ts';
import { YSSX_WORDING } from '../../wording/yssx.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseNumberText, projectText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { partyLines } from '../parts/party.ts';
import type { Party } from '../../../party/party.ts';
import { clause, record, sentence, strings, struck, text } from '../parts/read.ts';
import { crimeFacts } from './crime.ts';

export const YSSX: DocumentDefinition = letter({
  code: 'YSSX',
  wording: YSSX_WORDING,
  addressee: (data) => text(data, 'receivingBody') || '／',
  facts: crimeFacts,
  body: (data, texts) => {
    const party = record<Party>(data, 'party');
    const materials = strings(data, 'materials');
    const project = projectText(data);
    return [
      paragraph(fillIn(texts.lead, { title: struck(text(data, 'caseTitle')), caseNo: caseNumberText(data) })),
      ...(party === null ? [] : partyLines(party).map((line) => paragraph(line))),
      ...paragraphs(`案件事实：${sentence(text(data, 'facts')) || '／'}`),
      ...(project === '' ? [] : [paragraph(`涉案工程：${project}。`)]),
      paragraph(fillIn(texts.ground, { ground: clause(text(data, 'ground')) || '／' })),
      paragraph(fillIn(texts.transfer, { decidedOn: struck(longDate(text(data, 'decidedAt'))) })),
      paragraph(texts.answer),
      paragraph('附：'),
      ...(materials.length === 0 ? [paragraph('／')] : numbered(materials)),
    ];
  },
  contact: 'contact',
  copies: 'copies',
  fields: [
    { key: 'receivingBody', label: '受移送的公安机关', kind: 'text', required: true, filledFrom: 'case', help: '应当是同级公安机关。' },
    { key: 'facts', label: '案件事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'ground', label: '涉嫌犯罪的事实和理由', kind: 'long-text', required: true, filledFrom: 'case', help: '写明涉嫌的罪名和达到的立案追诉标准。' },
    { key: 'materials', label: '随附材料', kind: 'lines', required: true, filledFrom: 'case', help: '应当附情况调查报告、涉案物品清单、检验报告或者鉴定结论和其他有关材料。' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'decidedAt', label: '正职负责人批准移送的时间' },
  ],
});
