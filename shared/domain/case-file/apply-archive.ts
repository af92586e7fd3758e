import { type AppError, fail, type Result } from '../../contract/result.ts';
import { checkActor } from '../procedure/actors.ts';
import { isDate } from '../time-limit/days.ts';
import { type CaseChange, unchangedNumbers } from './apply-case.ts';
import type { CommandContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import type { CommandPayload } from './commands.ts';
import type { Archive, Loan } from './archive.ts';

/** The loan that has not come back; a volume is lent to one reader at a time. */
export function openLoan(file: CaseFile): Loan | null {
  return file.archive?.loans?.find((loan) => loan.returnedOn === null) ?? null;
}

function refusalOf(file: CaseFile, context: CommandContext): AppError | null {
  const refusal = checkActor(['archivist'], context.actor, file);
  if (refusal !== null) return refusal;
  return file.archive === undefined ? { code: 'STEP_NOT_ALLOWED', message: '本案还没有归档，案卷在承办人处，不登记借阅。' } : null;
}

export function lendVolume(file: CaseFile, { loan }: CommandPayload<'archive.lend'>, context: CommandContext): Result<CaseChange> {
  const refusal = refusalOf(file, context) ?? loanRefusal(file, loan, context);
  if (refusal !== null) return fail(refusal);
  const lent: Loan = { ...loan, lentOn: context.today, lentByName: context.actor.name, returnedOn: null, condition: '' };
  return withLoans(file, [...(file.archive?.loans ?? []), lent]);
}

function loanRefusal(file: CaseFile, loan: CommandPayload<'archive.lend'>['loan'], context: CommandContext): AppError | null {
  const out = openLoan(file);
  if (out !== null) return { code: 'STEP_NOT_ALLOWED', message: `案卷已借给${out.unit}${out.borrower}，尚未归还。请先登记归还。` };
  if (loan.borrower.trim() === '') return { code: 'FIELD_INVALID', message: '借阅人没有填写。', details: { path: 'borrower' } };
  if (loan.purpose.trim() === '') return { code: 'FIELD_INVALID', message: '借阅事由没有填写。', details: { path: 'purpose' } };
  if (!isDate(loan.dueOn) || loan.dueOn < context.today) return { code: 'DATES_OUT_OF_ORDER', message: '应还日期不能早于今天。', details: { path: 'dueOn' } };
  return null;
}

export function returnVolume(file: CaseFile, payload: CommandPayload<'archive.return'>, context: CommandContext): Result<CaseChange> {
  const refusal = refusalOf(file, context);
  if (refusal !== null) return fail(refusal);
  const loan = openLoan(file);
  if (loan?.id !== payload.loanId) return fail({ code: 'STEP_NOT_ALLOWED', message: '这次借阅已经登记归还，或者不存在。请刷新后核对。' });
  return withLoans(file, (file.archive?.loans ?? []).map((each) => (each.id === loan.id ? { ...each, returnedOn: context.today, condition: payload.condition } : each)));
}

function withLoans(file: CaseFile, loans: readonly Loan[]): Result<CaseChange> {
  return unchangedNumbers({ ...file, archive: { ...(file.archive as Archive), loans } });
}
