import type { Transfer } from '../../case-file/side-lines.ts';
import { shanghaiMinute } from '../../time-limit/days.ts';
import type { CaseEvent } from '../events.ts';
import { type Changes, type Effect, type StepInput, text, textOrNull, texts } from './input.ts';
import { noticeUndone } from './rounds.ts';

function begun(input: StepInput, kind: Transfer['kind'], decidedAt: string | null): Transfer {
  return {
    kind, receivingBody: text(input, 'receivingBody'), ground: text(input, 'ground'), materials: texts(input, 'materials'), teamOfficerIds: texts(input, 'teamOfficerIds'),
    reportedOn: kind === 'police' ? input.context.today : null, decidedAt, movedAt: null, receiptEvidenceId: null, outcome: null, outcomeOn: null,
  };
}

function changed(input: StepInput, members: Partial<Transfer>): Changes {
  return input.file.transfer === undefined ? {} : { transfer: { ...input.file.transfer, ...members } };
}

/** While the case lies with another authority its own term stands still: it waits for that one's decision. */
function pause({ file, context }: StepInput): Changes {
  return file.filedOn === null ? {} : { suspensions: [...file.suspensions, { from: context.today, to: null, ground: 'A' }] };
}

function resumed({ file, context }: StepInput): Changes {
  return { suspensions: file.suspensions.map((suspension) => (suspension.to === null ? { ...suspension, to: context.today } : suspension)) };
}

export const TRANSFER_EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  'transfer-authority': (input) => ({ transfer: begun(input, 'authority', shanghaiMinute(input.context.now)), ...pause(input) }),
  'report-crime': (input) => ({ transfer: begun(input, 'police', null), decisionApproved: false }),
  'approve-transfer': (input) => ({ ...changed(input, { decidedAt: shanghaiMinute(input.context.now) }), ...pause(input) }),
  'refuse-transfer': () => ({ transfer: undefined }),
  'move-case': (input) => changed(input, { movedAt: text(input, 'movedAt'), receiptEvidenceId: textOrNull(input, 'receiptEvidenceId'), ...(text(input, 'lateReason') === '' ? {} : { lateReason: text(input, 'lateReason') }) }),
  'accept-transfer': (input) => changed(input, { outcome: 'accepted', outcomeOn: text(input, 'outcomeOn'), receiptEvidenceId: text(input, 'receiptEvidenceId') }),
  'return-transfer': (input) => ({ ...noticeUndone(input.file, input.context.today), ...changed(input, { outcome: 'refused', outcomeOn: text(input, 'outcomeOn') }), ...resumed(input) }),
};
