import { type AppError, ok, type Result } from '#shared/contract/result.ts';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { type Channel, CITY, type District, DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { EMPTY_PARTY } from '#shared/domain/party/check.ts';
import { checkCreditCode } from '#shared/domain/party/credit-code.ts';
import { checkIdNumber } from '#shared/domain/party/id-number.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { changeTask } from '#shared/domain/task/apply-task.ts';
import { type CheckClass, type CheckLine, TASK_SOURCES, type TaskSource } from '#shared/domain/task/task.ts';
import { addCalendarDays, addWorkingDays } from '#shared/domain/time-limit/count.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { trialContext } from './task-steps.ts';

/** What stands in the dialog; empty strings for what is still open. */
export interface TaskForm {
  source: TaskSource | '';
  checkClass: CheckClass;
  matterCodes: string[];
  party: Party;
  project: Project | null;
  title: string;
  place: string;
  description: string;
  urgent: boolean;
  channel: Channel;
  district: District | '';
  plannedOn: string | null;
  dueOn: string | null;
}

export type TaskField = keyof TaskForm | 'party.name' | 'party.creditCode' | 'party.idNumber';
export type TaskErrors = Partial<Record<TaskField, string>>;

/** Sources a person may choose; tasks of a draw come from the draw alone. */
export const MANUAL_SOURCES: Readonly<Partial<Record<TaskSource, string>>> = Object.fromEntries(Object.entries(TASK_SOURCES).filter(([key]) => key !== 'random'));

/** Working days proposed until a task is due: habits of an office, no rule of law. */
const USUAL_DAYS: Readonly<Record<TaskSource, number>> = { plan: 20, random: 20, complaint: 10, assignment: 10, transfer: 10, warning: 5, recheck: 5 };
const USUAL_CLASS: Readonly<Record<TaskSource, CheckClass>> = { plan: 'routine', random: 'routine', complaint: 'single', assignment: 'special', transfer: 'single', warning: 'single', recheck: 'single' };

export function emptyForm(officer: Officer | null): TaskForm {
  return {
    source: '', checkClass: 'routine', matterCodes: [], party: EMPTY_PARTY, project: null, title: '', place: '', description: '', urgent: false,
    channel: officer?.channel ?? '', district: officer === null || officer.district === CITY ? '' : officer.district, plannedOn: null, dueOn: null,
  };
}

export function districtsOf(officer: Officer | null): readonly District[] {
  return officer === null || officer.district === CITY ? DISTRICT_KEYS : [officer.district];
}

/** The usual class and term of a source, with the sentence that says where the day comes from. */
export function suggestionOf(source: TaskSource, today: string, calendar: WorkCalendar | null): { readonly checkClass: CheckClass; readonly dueOn: string; readonly note: string } {
  const days = USUAL_DAYS[source];
  const counted = calendar === null ? null : addWorkingDays(calendar, today, days);
  const dueOn = counted?.ok === true ? counted.value : addCalendarDays(today, Math.ceil((days * 7) / 5));
  return { checkClass: USUAL_CLASS[source], dueOn, note: `建议：${TASK_SOURCES[source]} ${days} 个工作日，可以改` };
}

/** The title in the office's usual words, as long as nobody has written another one. */
export function titleOf(form: Pick<TaskForm, 'party' | 'project' | 'matterCodes'>, matters: ReadonlyMap<string, Matter>): string {
  const names = form.matterCodes.flatMap((code) => matters.get(code)?.name ?? []);
  const object = form.project?.name ?? form.party.name.trim();
  if (object === '' || names.length === 0) return '';
  const subject = names.length === 1 ? names[0] : `${names[0] ?? ''}等 ${names.length} 个事项`;
  return `${object}：${subject ?? ''}${/(检查|核查|抽查)$/.test(subject ?? '') ? '' : '检查'}`.slice(0, 200);
}

/** The channel of the matters chosen, where they agree on one the officer may use. */
export function channelOfMatters(codes: readonly string[], matters: ReadonlyMap<string, Matter>): Channel {
  const channels = new Set(codes.flatMap((code) => matters.get(code)?.channel ?? []));
  return channels.size === 1 ? ([...channels][0] ?? '') : '';
}

export function checklistOfForm(form: Pick<TaskForm, 'matterCodes'>, matters: ReadonlyMap<string, Matter>): CheckLine[] {
  return checklistOf(form.matterCodes.flatMap((code) => matters.get(code) ?? []));
}

/** The sentence at each field that is still open. */
export function openFields(form: TaskForm, today: string): TaskErrors {
  const errors: TaskErrors = {};
  if (form.source === '') errors.source = '请选择任务来源';
  if (form.matterCodes.length === 0) errors.matterCodes = '请至少选择一个监管事项';
  if (form.party.name.trim() === '') errors['party.name'] = '请填写被检查人，与营业执照或者身份证一致';
  const code = form.party.kind === 'person' ? ok(null) : checkGiven(form.party.creditCode, checkCreditCode);
  if (!code.ok) errors['party.creditCode'] = code.error.message;
  const number = form.party.kind === 'unit' ? ok(null) : checkGiven(form.party.idNumber, (text) => checkIdNumber(text, today));
  if (!number.ok) errors['party.idNumber'] = number.error.message;
  if (form.title.trim() === '') errors.title = '请填写任务名称；选择事项和被检查人后自动带出';
  if (form.place.trim() === '') errors.place = '请填写检查地点，路线按地点排列';
  if (form.channel === '') errors.channel = '请选择渠道';
  if (form.district === '') errors.district = '请选择属地';
  if (form.dueOn === null) errors.dueOn = '请填写完成期限';
  if (form.urgent && form.description.trim() === '') errors.description = '紧急检查须写明紧急的情况和理由，检查后据此补办审批';
  return errors;
}

function checkGiven(code: string, check: (code: string) => Result<unknown>): Result<unknown> {
  return code.trim() === '' ? ok(null) : check(code.trim());
}

/** The command's payload; `null` while a field is open. */
export function payloadOf(form: TaskForm, matters: ReadonlyMap<string, Matter>, today: string): CommandPayload<'task.create'> | null {
  const { source, district, dueOn } = form;
  if (source === '' || district === '' || dueOn === null || Object.keys(openFields(form, today)).length > 0) return null;
  const party = { ...form.party, name: form.party.name.trim(), creditCode: form.party.creditCode.trim() };
  return {
    channel: form.channel, district, source, checkClass: form.checkClass, title: form.title.trim(), matterCodes: [...form.matterCodes], planId: null, parentId: null,
    party, project: form.project, place: form.place.trim(), description: form.description.trim(), urgent: form.urgent, plannedOn: form.plannedOn, dueOn,
    checklist: checklistOfForm(form, matters),
  };
}

/** What the rules would say to the form as it stands; `null`: it may be registered, or fields are still open. */
export function createRefusal(form: TaskForm, matters: ReadonlyMap<string, Matter>, rules: RuleContext): AppError | null {
  const payload = payloadOf(form, matters, rules.today);
  if (payload === null) return null;
  const result = changeTask(null, { opId: 'probe', entityId: 'probe', baseRev: 0, createdAt: rules.now, kind: 'task.create', payload }, { ...trialContext(rules), matters });
  return result.ok ? null : result.error;
}

const FIELDS: ReadonlySet<string> = new Set<TaskField>(['source', 'checkClass', 'matterCodes', 'party.name', 'party.creditCode', 'party.idNumber', 'title', 'place', 'description', 'channel', 'district', 'plannedOn', 'dueOn']);

/** The field a refusal speaks of; empty where it speaks of none. */
export function fieldOf(error: AppError | null): TaskField | '' {
  const path = error?.details?.['path'];
  return typeof path === 'string' && FIELDS.has(path) ? (path as TaskField) : '';
}
