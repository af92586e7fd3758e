import { fail, ok, type AppError, type Result } from '../../contract/result.ts';
import { isDate } from '../time-limit/days.ts';
import { CLAIM_STATES, itemsOf, type ClaimState, type Matter } from './matter.ts';

/** The rule under which an inspection item must be published before anybody is inspected by it. */
export const PUBLICATION_RULE = '国办发〔2024〕54号：检查事项未经公布的，不得实施检查';

export interface Claim {
  readonly claim: ClaimState;
  /** Day of the claim; of no account otherwise. */
  readonly on: string;
  readonly reason: string;
}

/** Takes a matter on, gives it back or says that it does not apply here. What is published must be withdrawn first. */
export function claimMatter(matter: Matter, { claim, on, reason }: Claim, today: string): Result<Matter> {
  if (matter.claim === claim) return conflict(`“${matter.name}”已经是${CLAIM_STATES[claim]}，不需要再改。`);
  if (claim !== 'claimed' && matter.publishedOn !== null) return conflict('已公布的事项不能取消认领。请先撤下公布，再改认领状态。');
  if (claim !== 'claimed' && reason.trim() === '') return invalid('reason', claim === 'unclaimed' ? '请写明取消认领的理由。' : '请写明不适用的理由。');
  if (claim !== 'claimed') return ok({ ...matter, claim, claimedOn: null, claimReason: reason.trim(), publishedOn: null });
  const day = pastDay(on, today, '认领日期');
  return day === null ? ok({ ...matter, claim, claimedOn: on, claimReason: reason.trim() }) : fail(day);
}

/** Records that the item was published on `on`; from that day visits may rest on it. */
export function publishMatter(matter: Matter, on: string, today: string): Result<Matter> {
  if (matter.claim !== 'claimed') return conflict(`“${matter.name}”${CLAIM_STATES[matter.claim]}，不能公布。请先认领。`);
  if (matter.publishedOn !== null) return conflict(`“${matter.name}”已于 ${matter.publishedOn} 公布。`);
  if (itemsOf(matter).length === 0) return conflict('没有检查项的事项不能公布。请先补充子项和检查项。');
  const day = pastDay(on, today, '公布日期');
  if (day !== null) return fail(day);
  if (matter.claimedOn !== null && on < matter.claimedOn) return invalid('on', `公布日期不能早于认领日期（${matter.claimedOn}）。`);
  return ok({ ...matter, publishedOn: on });
}

/** Takes the publication down: no new visit rests on the item from now on. */
export function withdrawPublication(matter: Matter, reason: string): Result<Matter> {
  if (matter.publishedOn === null) return conflict(`“${matter.name}”没有公布，不需要撤下。`);
  if (reason.trim() === '') return invalid('reason', '请写明撤下公布的理由。');
  return ok({ ...matter, publishedOn: null });
}

/** Why no visit may rest on the matter on `day`, in words; `null`: it may. */
export function unusableReason(matter: Matter, day: string): string | null {
  if (matter.claim !== 'claimed') return matter.claim === 'unclaimed' ? '尚未认领，不能据以检查' : '不适用，不能据以检查';
  if (matter.publishedOn === null) return '尚未公布检查事项，不能据以检查';
  return matter.publishedOn <= day ? null : `自 ${matter.publishedOn} 起公布，在此之前不能据以检查`;
}

function pastDay(day: string, today: string, label: string): AppError | null {
  if (!isDate(day)) return { code: 'FIELD_INVALID', message: `${label}不是有效的日期。`, details: { path: 'on' } };
  return day <= today ? null : { code: 'FIELD_INVALID', message: `${label}不能晚于今天（${today}）。`, details: { path: 'on' } };
}

function conflict(message: string): ReturnType<typeof fail> {
  return fail({ code: 'CONFLICT', message });
}

function invalid(path: string, message: string): ReturnType<typeof fail> {
  return fail({ code: 'FIELD_INVALID', message, details: { path } });
}
