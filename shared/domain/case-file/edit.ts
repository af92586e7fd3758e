import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { channelFieldRefusal } from '../channel/refusals.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { STAGES } from '../procedure/stages.ts';
import { isDate } from '../time-limit/days.ts';
import type { RuleContext } from './apply.types.ts';
import type { CaseFile } from './case-file.ts';
import { channelFieldKey, type EditablePath, editableNow, EMPTY_OBJECTS, ruleOf } from './editable.ts';
import { type Change, isRecord, mergeValue, splitObjectChange } from './merge.ts';
import { fits } from './validate.ts';

/** A value that stands otherwise than the editor saw it: both are shown, and a person chooses. */
export function conflict(path: string, label: string, current: unknown, change: Pick<Change, 'from' | 'to'>): AppError {
  return {
    code: 'CONFLICT',
    message: `“${label}”已被他人修改，与您看到的内容不同。请比较后选择保留哪一个。`,
    details: { path, label, current: current ?? null, from: change.from ?? null, to: change.to ?? null },
  };
}

type Members = Readonly<Record<string, unknown>>;

/** The object a path's last part is a member of, with that part; `''` names the case itself. */
function parted(path: string): readonly [group: string, member: string] {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
}

function objectAt(file: CaseFile, group: string): Members {
  if (group === '') return file as unknown as Members;
  const value = valueAt(file, group);
  return isRecord(value) ? value : (EMPTY_OBJECTS[group] ?? {});
}

/** The value at a path; members of an object nobody filled in yet have their empty value. */
export function valueAt(file: CaseFile, path: string): unknown {
  const [group, member] = parted(path);
  return objectAt(file, group)[member];
}

function withValue(file: CaseFile, path: string, value: unknown): CaseFile {
  const [group, member] = parted(path);
  const changed = { ...objectAt(file, group), [member]: value };
  return group === '' ? changed as unknown as CaseFile : withValue(file, group, changed);
}

function invalid(path: string, rule: EditablePath, message: string): AppError {
  return { code: 'FIELD_INVALID', message: `“${rule.label}”${message}`, details: { path, label: rule.label } };
}

const DATE_PATHS: ReadonlySet<string> = new Set(['actOn', 'clue.receivedOn', 'party.birthDate', 'correctiveOrder.servedOn', 'correctiveOrder.dueOn', 'correctiveOrder.recheckedOn']);

/** Days that have been; only a term set for correction lies ahead. */
const PAST_PATHS: ReadonlySet<string> = new Set([...DATE_PATHS].filter((path) => path !== 'correctiveOrder.dueOn'));

function checkShape(change: Change, rule: EditablePath, context: RuleContext): AppError | null {
  if (!fits(rule.schema, change.to)) return invalid(change.path, rule, '的内容格式不正确或者过长，请核对后重新填写。');
  if (DATE_PATHS.has(change.path) && typeof change.to === 'string' && change.to !== '' && !isDate(change.to)) return invalid(change.path, rule, '不是有效的日期，请按“年-月-日”填写。');
  if (PAST_PATHS.has(change.path) && typeof change.to === 'string' && change.to > context.today) return { ...invalid(change.path, rule, '晚于今天，请核对。'), code: 'DATES_OUT_OF_ORDER' };
  if (change.path === 'violationId' && typeof change.to === 'string' && !context.violations.has(change.to)) return invalid(change.path, rule, '不在违法行为目录内，请重新选择。');
  return null;
}

function channelFieldMisfit(file: CaseFile, { path, to }: Change, context: RuleContext): AppError | null {
  const key = channelFieldKey(path);
  return key === undefined ? null : channelFieldRefusal(key, typeof to === 'string' ? to : '', file.channel, context);
}

/** Whether the order stands in a paper the party holds: its own notice, or a notice of penalty or decision that names it. */
function orderTold(file: CaseFile): boolean {
  const served = file.services.some((service) => file.documents.some((document) => document.id === service.documentId && document.code === 'ZGTZ'));
  return served || file.noticeApproved || file.decidedOn !== null;
}

/** A corrective order the party was told of is neither taken back nor re-dated; only its re-check is still to come (art. 28). */
function unmakesOrder(file: CaseFile, path: string, current: unknown): boolean {
  if (current === null || current === '' || !orderTold(file)) return false;
  return path === 'correctiveOrder' || path === 'correctiveOrder.servedOn' || path === 'correctiveOrder.dueOn';
}

/** One change: allowed path and stage, well-formed value, then the three-way merge. */
function applyChange(file: CaseFile, change: Change, context: RuleContext): Result<CaseFile> {
  const rule = ruleOf(change.path);
  if (rule === undefined) return fail({ code: 'FIELD_NOT_EDITABLE', message: `“${change.path}”不是可以直接修改的内容。`, details: { path: change.path } });
  const current = valueAt(file, change.path);
  const outcome = mergeValue(current, change);
  if (outcome === 'done') return ok(file);
  if (!editableNow(rule, file)) {
    return fail({ code: 'FIELD_NOT_EDITABLE', message: `案件处于“${STAGES[file.stage]}”环节${rule.stages.includes(file.stage) ? '，已经有人签署意见或者批准' : ''}，“${rule.label}”不能再修改。需要修改的，请先退回相应环节。`, details: { path: change.path, label: rule.label } });
  }
  if (unmakesOrder(file, change.path, current)) {
    return fail({ code: 'FIELD_NOT_EDITABLE', message: `“${rule.label}”已载入送达或者批准的文书，不能再修改或者删除。期限有变的，请另行送达责令改正通知书；已告知的，请先退回重新告知。`, article: ARTICLES.correction, details: { path: change.path, label: rule.label } });
  }
  const malformed = checkShape(change, rule, context) ?? channelFieldMisfit(file, change, context);
  if (malformed !== null) return fail(malformed);
  if (outcome === 'conflict') return fail(conflict(change.path, rule.label, current, change));
  return ok(withValue(file, change.path, change.to));
}

/** Whole-object changes are merged member by member, once the object exists on both sides. */
function expand(file: CaseFile, change: Change): readonly Change[] {
  if (!isRecord(valueAt(file, change.path)) || !isRecord(change.from) || !isRecord(change.to)) return [change];
  return splitObjectChange(change).flatMap((member) => expand(file, member));
}

/** All changes or none. The first that cannot be made is the answer. */
export function applyChanges(file: CaseFile, changes: readonly Change[], context: RuleContext): Result<CaseFile> {
  let edited = file;
  for (const change of changes.flatMap((each) => expand(file, each))) {
    const result = applyChange(edited, change, context);
    if (!result.ok) return result;
    edited = result.value;
  }
  return ok(edited);
}
