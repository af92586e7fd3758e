import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import { qrModules } from '../../qr.ts';
import type { DocumentData } from '../../definition.ts';
import { JCTZ_WORDING } from '../../wording/jctz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longMinute } from '../parts/dates.ts';
import { numbered, paragraph, sections } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { type PrintedOfficer, withCertificates } from '../parts/officers.ts';
import { clause, list, record, sentence, strings, struck, text } from '../parts/read.ts';
import { CHECK_CLASSES, checkBasis } from './check.ts';

function officersText(data: DocumentData): string {
  const officers = list<PrintedOfficer>(data, 'officers');
  return officers.length === 0 ? '／' : withCertificates(officers);
}

/** A sentence only where the officer gave the value. */
function where(data: DocumentData, key: string, template: string, values: Readonly<Record<string, string>> = {}): string {
  const value = clause(text(data, key));
  return value === '' ? '' : fillIn(template, { ...values, [key]: value });
}

/** The code as a picture, to be checked with a telephone; one too long for it stands in words alone. */
function codeBlocks(data: DocumentData): readonly Block[] {
  const modules = qrModules(clause(text(data, 'code')));
  return modules === null ? [] : [{ kind: 'qr', modules }];
}

/** Told to enterprises, whom it protects. */
function disciplineBlocks(data: DocumentData, words: string) {
  return record<Party>(data, 'party')?.kind === 'person' ? [] : [paragraph(words)];
}

export const JCTZ = letter({
  code: 'JCTZ',
  wording: JCTZ_WORDING,
  addressee: 'party',
  fields: [
    { key: 'checkClass', label: '检查类别', kind: 'choice', required: true, filledFrom: 'case', choices: CHECK_CLASSES },
    { key: 'checkBasis', label: '检查依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'items', label: '检查事项', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'checkAt', label: '检查时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'place', label: '检查地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'helpers', label: '协助检查的人员', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'materials', label: '需要准备的材料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'count', label: '本年度已检查次数', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'code', label: '检查码编号', kind: 'text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '检查对象' }, { key: 'officers', label: '检查人员' }],
  facts: ({ file, settings }) => ({
    checkClass: file.clue.source === 'random' ? '双随机抽查' : '个案检查', checkBasis: checkBasis(settings, file.channel), place: file.project?.address ?? file.party?.address ?? '',
  }),
  body: (data, texts, you) => [
    ...codeBlocks(data),
    paragraph(fillIn(texts.lead, { you, basis: clause(text(data, 'checkBasis')) || '／', checkClass: struck(text(data, 'checkClass')) })),
    ...sections([
      { title: '检查事项', content: numbered(strings(data, 'items').map(sentence)) },
      { title: '检查时间和地点', content: [paragraph(fillIn(texts.time, { time: struck(longMinute(text(data, 'checkAt'))), place: struck(text(data, 'place')), checkCode: where(data, 'code', texts.checkCode) }))] },
      {
        title: '检查人员',
        content: [paragraph(`${fillIn(texts.officers, { officers: officersText(data) })}${where(data, 'helpers', texts.helpers)}${where(data, 'count', texts.count, { you })}`)],
      },
      { title: '需要准备的材料', content: numbered(strings(data, 'materials').map(sentence)) },
      { title: '权利、义务和检查纪律', content: [paragraph(`${fillIn(texts.rights, { you })}${fillIn(texts.duties, { you })}`), ...disciplineBlocks(data, texts.discipline)] },
    ]),
  ],
  contact: 'contact',
});
