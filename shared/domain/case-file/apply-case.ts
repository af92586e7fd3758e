import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { unknownChannel } from '../channel/refusals.ts';
import { caseSeries, type NumberRequest, numberYear } from '../document/number-series.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { checkActor, checkScope } from '../procedure/actors.ts';
import { advance } from '../procedure/advance.ts';
import { closingGroundOn, owedFen } from '../procedure/guards/index.ts';
import { PERFORMANCE_STAGES } from '../procedure/stages.ts';
import { isDate } from '../time-limit/days.ts';
import type { CommandContext, RuleContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import type { Command, CommandPayload } from './commands.ts';
import { applyChanges } from './edit.ts';
import { newCaseFile } from './new-case-file.ts';

/** A case after a command, with the numbers the server must give. */
export interface CaseChange {
  readonly file: CaseFile;
  readonly numbers: readonly NumberRequest[];
}

export function unchangedNumbers(file: CaseFile): Result<CaseChange> {
  return ok({ file, numbers: [] });
}

/** Before anyone is assigned any officer of the scope may write; afterwards only the officers of the case. */
export function writerRefusal(file: CaseFile, context: RuleContext): AppError | null {
  if (file.officerIds.length > 0) return checkActor(['case-officer'], context.actor, file);
  const mayWrite = context.actor.roles.includes('officer') || context.actor.roles.includes('unit-head');
  return mayWrite ? null : { code: 'ROLE_NOT_ALLOWED', message: '登记和修改线索由执法人员或者机构负责人办理，您没有这个岗位权限。' };
}

function registrationRefusal(payload: CommandPayload<'case.register'>, context: CommandContext): AppError | null {
  const { actor, today } = context;
  const scope = checkScope(actor, payload);
  if (scope !== null) return scope;
  if (!actor.roles.includes('officer') && !actor.roles.includes('unit-head')) return { code: 'ROLE_NOT_ALLOWED', message: '登记线索由执法人员或者机构负责人办理，您没有这个岗位权限。' };
  const channel = unknownChannel(payload.channel, context);
  if (channel !== null) return channel;
  if (payload.clue.subject.trim() === '') return { code: 'FIELD_INVALID', message: '线索标题未填写。', details: { path: 'clue.subject' } };
  if (!isDate(payload.clue.receivedOn)) return { code: 'FIELD_INVALID', message: '线索收到日期不是有效的日期。', details: { path: 'clue.receivedOn' } };
  if (payload.clue.receivedOn > today) return { code: 'DATES_OUT_OF_ORDER', message: '线索收到日期晚于今天，请核对。', details: { path: 'clue.receivedOn' } };
  if (payload.violationId === null || context.violations.has(payload.violationId)) return null;
  return { code: 'FIELD_INVALID', message: '所选违法行为不在目录内，请重新选择。', details: { path: 'violationId' } };
}

/** A new case at its first stage. */
export function register(command: Command<'case.register'>, context: CommandContext): Result<CaseChange> {
  const refusal = registrationRefusal(command.payload, context);
  if (refusal !== null) return fail(refusal);
  return unchangedNumbers(newCaseFile(command.entityId, command.payload, context.today));
}

export function edit(file: CaseFile, payload: CommandPayload<'case.edit'>, context: CommandContext): Result<CaseChange> {
  const refusal = writerRefusal(file, context);
  if (refusal !== null) return fail(refusal);
  const edited = applyChanges(file, payload.changes, context);
  return edited.ok ? unchangedNumbers(edited.value) : edited;
}

export function advanceCase(file: CaseFile, payload: CommandPayload<'case.advance'>, context: CommandContext): Result<CaseChange> {
  const advanced = advance(file, payload.event, payload, context);
  if (!advanced.ok) return advanced;
  const filed = file.filedOn === null && advanced.value.filedOn !== null;
  const numbers: NumberRequest[] =
    filed && file.caseNo === null ? [{ target: { kind: 'case' }, series: caseSeries(file.channel), year: numberYear(context.today) }] : [];
  return ok({ file: advanced.value, numbers });
}

/** Names another case of the same act, e.g. that of the person responsible; both cases name each other. */
export function linkCase(file: CaseFile, payload: CommandPayload<'case.link'>, context: CommandContext): Result<CaseChange> {
  const refusal = file.officerIds.length === 0 ? writerRefusal(file, context) : checkActor(['case-officer', 'unit-head', 'leader'], context.actor, file);
  if (refusal !== null) return fail(refusal);
  if (payload.caseId === file.id) return fail({ code: 'FIELD_INVALID', message: '不能把案件与其自身关联。', details: { path: 'caseId' } });
  const linked = file.linkedCases ?? [];
  if (linked.some((each) => each.caseId === payload.caseId)) return fail({ code: 'FIELD_INVALID', message: '该案件已经关联。', details: { path: 'caseId' } });
  return unchangedNumbers({ ...file, linkedCases: [...linked, payload] });
}

export function recordPayment(file: CaseFile, payload: CommandPayload<'payment.record'>, context: CommandContext): Result<CaseChange> {
  const { payment } = payload;
  const refusal = checkActor(['case-officer'], context.actor, file) ?? paymentRefusal(file, payment, context);
  if (refusal !== null) return fail(refusal);
  const paid = { ...file, payments: [...file.payments, payment] };
  return unchangedNumbers({ ...paid, closingGroundOn: file.closingGroundOn ?? closingGroundOn(paid) });
}

function paymentRefusal(file: CaseFile, payment: CaseFile['payments'][number], context: CommandContext): AppError | null {
  if (!PERFORMANCE_STAGES.includes(file.stage) || file.servedOn === null) return { code: 'DECISION_NOT_SERVED', message: '决定书送达后才能登记缴款。', article: ARTICLES.payment };
  if (!isDate(payment.paidOn) || payment.paidOn > context.today || payment.paidOn < (file.decidedOn ?? '')) {
    return { code: 'DATES_OUT_OF_ORDER', message: '缴款日期应在作出决定之日至今天之间，请核对。', details: { path: 'payment.paidOn' } };
  }
  if (payment.receiptNo.trim() === '') return { code: 'FIELD_INVALID', message: '票据号未填写，请按罚没票据填写。', article: ARTICLES.receipt, details: { path: 'payment.receiptNo' } };
  const known = file.payments.some((each) => each.id === payment.id || each.receiptNo === payment.receiptNo);
  if (known) return { code: 'FIELD_INVALID', message: `票据号${payment.receiptNo}已登记过，请核对是否重复登记。`, details: { path: 'payment.receiptNo' } };
  const outstanding = owedFen(file, context.calendar, context.today);
  return payment.amountFen <= outstanding ? null : { code: 'FIELD_INVALID', message: '缴款金额大于尚未缴纳的金额，请核对。', details: { path: 'payment.amountFen', outstandingFen: outstanding } };
}
