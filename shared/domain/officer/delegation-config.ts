import Type, { type Static } from 'typebox';
import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { dayNumber, isDate } from '../time-limit/days.ts';
import { DELEGABLE_ROLES } from './delegation.ts';

const Id = Type.String({ minLength: 8, maxLength: 64 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A version of a delegation (AB 角); the key of the configuration is its id. */
export const DelegationSchema = Type.Object({
  fromOfficerId: Id, toOfficerId: Id, role: Type.Enum([...DELEGABLE_ROLES]), from: Day, to: Day, reason: Type.String({ minLength: 1, maxLength: 200 }),
}, { additionalProperties: false });
export type DelegationBody = Static<typeof DelegationSchema>;

/** Longest time somebody may stand in, in days: longer absences call for an appointment. */
export const LONGEST_DELEGATION = 92;

function invalid(path: string, message: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path } };
}

/** In time, not to himself, with a reason. Whether both officers may is checked where they are known. */
export function checkDelegation({ fromOfficerId, toOfficerId, from, to, reason }: DelegationBody): Result<null> {
  if (fromOfficerId === toOfficerId) return fail(invalid('toOfficerId', '代行人不能是委托人本人。'));
  if (!isDate(from)) return fail(invalid('from', '开始日期不是有效的日期。'));
  if (!isDate(to) || to < from) return fail(invalid('to', '结束日期应当是不早于开始日期的有效日期。'));
  if (dayNumber(to) - dayNumber(from) >= LONGEST_DELEGATION) return fail(invalid('to', `代行期限最长${LONGEST_DELEGATION}日，更长的请办理任职。`));
  return reason.trim() === '' ? fail(invalid('reason', '请填写代行理由，例如外出开会、休假。')) : ok(null);
}
