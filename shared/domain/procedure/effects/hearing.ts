import type { CaseFile } from '../../case-file/case-file.ts';
import type { Hearing, HearingReport } from '../../case-file/side-lines.ts';
import type { CaseEvent } from '../events.ts';
import { type Changes, type Effect, type StepInput, text, textOrNull, ticked } from './input.ts';
import { dropHearingExclusion, endHearingExclusion, noticeUndone } from './rounds.ts';

function requested(input: StepInput): Changes {
  const { file, context } = input;
  const requestedOn = text(input, 'requestedOn');
  const hearing: Hearing = {
    requestedOn, requestEvidenceId: textOrNull(input, 'requestEvidenceId'), accepted: null, refusalReason: '', hostId: null, hostName: '', recorderId: null, recorderName: '',
    noticeServedOn: null, heldAt: null, place: '', public: true, partyAbsent: false, report: null,
  };
  // From its registration: what nobody knew of held nothing up, and a request dated back does not revive a lapsed term.
  return { hearing, decisionApproved: false, discussion: null, exclusions: [...(file.exclusions ?? []), { kind: 'hearing', from: context.today, to: null }] };
}

function changed(file: CaseFile, members: Partial<Hearing>): Changes {
  return file.hearing === undefined ? {} : { hearing: { ...file.hearing, ...members } };
}

function accepted(input: StepInput): Changes {
  const { officers } = input.context;
  const [hostId, recorderId] = [text(input, 'hostId'), text(input, 'recorderId')];
  return { ...changed(input.file, { accepted: true, hostId, hostName: officers.get(hostId)?.name ?? '', recorderId, recorderName: officers.get(recorderId)?.name ?? '' }), waiverEvidenceId: null };
}

/** A request refused was no hearing: its days count for the case term (art. 60). */
function refused(input: StepInput): Changes {
  return { ...changed(input.file, { accepted: false, refusalReason: input.opinion }), ...dropHearingExclusion(input.file) };
}

function withdrawn({ file, context }: StepInput): Changes {
  return { ...changed(file, { accepted: false, refusalReason: '当事人撤回听证要求' }), ...endHearingExclusion(file, context.today) };
}

function reported(input: StepInput): Changes {
  const { file, context } = input;
  const advice = text(input, 'advice') as HearingReport['advice'];
  const report: HearingReport = { reportedOn: context.today, findings: text(input, 'findings'), advice };
  const ended = { ...endHearingExclusion(file, context.today), ...changed(file, { report }) };
  // A new notice or investigation opens a new round; the report is still what says where the case goes.
  if (advice === 'renotify' || advice === 'reinvestigate') return { ...noticeUndone(file, context.today), ...ended };
  return ended;
}

export const HEARING_EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  'request-hearing': requested,
  'accept-hearing': accepted,
  'refuse-hearing': refused,
  'withdraw-hearing': withdrawn,
  'schedule-hearing': (input) => changed(input.file, { heldAt: text(input, 'heldAt'), place: text(input, 'place'), public: text(input, 'publicity') === 'public', noticeServedOn: null }),
  'record-hearing': (input) => changed(input.file, { partyAbsent: ticked(input, 'partyAbsent'), recordedAt: input.context.now }),
  'report-hearing': reported,
};
