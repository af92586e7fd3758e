import type { CaseFile } from '../case-file/case-file.ts';
import type { RecordedStep } from './particulars.ts';

/** Acts that are to be recorded in sound and picture (重大执法行为全过程音像记录), as far as the case took them. */
function stepsToRecord(file: Pick<CaseFile, 'measures' | 'services' | 'hearing'>): readonly RecordedStep[] {
  const seized = (file.measures ?? []).some((measure) => measure.kind !== 'preservation' && measure.startedOn !== null);
  const left = file.services.some((service) => service.method === 'leave' || service.method === 'publication');
  const heard = file.hearing?.recordedAt !== undefined && !file.hearing.partyAbsent;
  return [...(seized ? ['查封、扣押' as const] : []), ...(left ? ['送达' as const] : []), ...(heard ? ['听证' as const] : [])];
}

/** Those of which no recording stands among the evidence. */
export function missingRecordings(file: Pick<CaseFile, 'measures' | 'services' | 'hearing' | 'evidence'>): readonly RecordedStep[] {
  const recorded = new Set(file.evidence.filter((each) => each.withdrawn === null && each.kind === 'audiovisual').map((each) => each.particulars?.['records']));
  return stepsToRecord(file).filter((step) => !recorded.has(step));
}
