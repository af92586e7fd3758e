import { shanghaiDay } from '../../../time-limit/days.ts';
import type { DocumentContext } from '../../definition.ts';
import { FGTZ_WORDING } from '../../wording/fgtz.ts';
import { fillIn } from '../../wording/wording.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { numbered, paragraph } from '../parts/draw.ts';
import { letter } from '../parts/letter.ts';
import { clause, record, sentence, strings, struck, text } from '../parts/read.ts';
import type { Project } from '../../../project/project.ts';

/** The order that is lifted, and the re-check that allows it: the last of each that was issued. */
function facts({ file }: DocumentContext): Record<string, unknown> {
  const issued = (code: 'TGTZ' | 'FCJL') => file.documents.findLast((document) => document.code === code && document.status === 'issued');
  const [stop, recheck] = [issued('TGTZ'), issued('FCJL')];
  const day = (at: string | null | undefined) => (at === null || at === undefined ? '' : shanghaiDay(at));
  return { stopNo: stop?.docNo ?? '', stoppedOn: day(stop?.issuedAt), recheckNo: recheck?.docNo ?? '', recheckedOn: day(recheck?.issuedAt) };
}

export const FGTZ = letter({
  code: 'FGTZ',
  wording: FGTZ_WORDING,
  addressee: 'party-block',
  fields: [
    { key: 'stopNo', label: '停止施工通知书文号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'stoppedOn', label: '责令停止施工日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'recheckedOn', label: '复查日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'recheckNo', label: '整改复查记录文号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'opinion', label: '复查结论', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'scope', label: '准予复工的部位（范围）', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'from', label: '复工起始时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'requirements', label: '复工后的要求', kind: 'lines', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '当事人' }],
  facts,
  body: (data, texts, you) => {
    const project = record<Project>(data, 'project')?.name ?? '';
    const recheckNo = text(data, 'recheckNo');
    const requirements = strings(data, 'requirements').map(sentence);
    return [
      paragraph(fillIn(texts.stopped, { you, stoppedOn: struck(longDate(text(data, 'stoppedOn'))), stopNo: struck(text(data, 'stopNo')), project: project === '' ? '有关工程' : `${project}工程` })),
      paragraph(fillIn(texts.rechecked, { you, recheckedOn: struck(longDate(text(data, 'recheckedOn'))), recheckNo: recheckNo === '' ? '' : `（${recheckNo}整改复查记录）`, opinion: clause(text(data, 'opinion')) || '／' })),
      paragraph(fillIn(texts.resume, { scope: clause(text(data, 'scope')) || '／', from: struck(longMinute(text(data, 'from'))) })),
      ...(requirements.length === 0 ? [] : [paragraph(texts.requirementsLead), ...numbered(requirements)]),
      paragraph(fillIn(texts.liability, { you })),
    ];
  },
  contact: 'contact',
  copies: 'copies',
});
