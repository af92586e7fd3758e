import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { DOCUMENT_NAMES, type DocumentCode } from '../document/document-file.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { type CaseEvent, EVENTS } from '../procedure/events.ts';
import { isDate } from '../time-limit/days.ts';
import type { ChannelConfig, ExtraField } from './channel.ts';
import { channelOf } from './in-force.ts';
import { channelStepOf } from './steps.ts';

type Grounds = Pick<RuleContext, 'settings'>;

/** A clue may only be registered in a channel that is configured. */
export function unknownChannel(key: string, { settings }: Grounds): AppError | null {
  if (channelOf(settings, key) !== null) return null;
  return { code: 'FIELD_INVALID', message: `渠道“${key}”没有启用，请重新选择办案渠道。`, details: { path: 'channel' } };
}

/** Why the case's channel does not let a step be taken; `null` when it does. `data` is `null` while only its possibility is asked. */
export function channelStepRefusal(event: CaseEvent, file: CaseFile, { settings }: Grounds, data: Readonly<Record<string, unknown>> | null): AppError | null {
  const channel = channelOf(settings, file.channel);
  if (channel === null) return null;
  const step = channelStepOf(event);
  if (step !== undefined && channel.stepsOff.includes(step)) return { code: 'STEP_NOT_ALLOWED', message: `“${channel.name}”渠道没有启用“${EVENTS[event]}”。需要启用的，请联系系统管理员修改渠道配置。` };
  return event === 'submit-report' ? fieldsMissing(file, channel) : tooFewOfficers(event, channel, data);
}

function fieldsMissing(file: CaseFile, { extraFields }: ChannelConfig): AppError | null {
  const missing = extraFields.filter((field) => field.required && (file.channelFields?.[field.key] ?? '') === '');
  if (missing.length === 0) return null;
  return { code: 'FIELD_INVALID', message: `渠道专项信息没有填写：${missing.map((field) => field.label).join('、')}。请补充后再提交。`, details: { path: `channelFields.${missing[0]?.key ?? ''}` } };
}

function tooFewOfficers(event: CaseEvent, { name, officers }: ChannelConfig, data: Readonly<Record<string, unknown>> | null): AppError | null {
  const named = event === 'assign' || event === 'summary-penalty' ? data?.['officerIds'] : undefined;
  if (!Array.isArray(named) || named.length >= officers) return null;
  return { code: 'OFFICERS_INSUFFICIENT', message: `“${name}”渠道要求执法人员不少于${officers}人，请补充。`, article: ARTICLES.officers };
}

/** A form the channel does without. */
export function channelDocumentRefusal(code: DocumentCode, file: Pick<CaseFile, 'channel'>, { settings }: Grounds): AppError | null {
  const channel = channelOf(settings, file.channel);
  if (channel === null || !channel.documentsOff.includes(code)) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `“${channel.name}”渠道不使用《${DOCUMENT_NAMES[code]}》。` };
}

/** Whether a value fits a field of the channel's own; fields of an earlier version may still be emptied. */
export function channelFieldRefusal(key: string, value: string, channelKey: string, { settings }: Grounds): AppError | null {
  if (value === '') return null;
  const field = channelOf(settings, channelKey)?.extraFields.find((each) => each.key === key);
  const path = `channelFields.${key}`;
  if (field === undefined) return { code: 'FIELD_INVALID', message: '渠道配置中没有这一项专项信息，请刷新后重试。', details: { path } };
  return fieldFits(field, value) ? null : { code: 'FIELD_INVALID', message: `“${field.label}”${EXPECTED[field.kind]}`, details: { path, label: field.label } };
}

const EXPECTED: Readonly<Record<ExtraField['kind'], string>> = { text: '内容过长。', number: '应当填写数字。', date: '不是有效的日期，请按“年-月-日”填写。', choice: '不在可选范围内，请重新选择。' };

function fieldFits(field: ExtraField, value: string): boolean {
  if (field.kind === 'number') return /^-?\d+(\.\d+)?$/.test(value);
  if (field.kind === 'date') return isDate(value);
  return field.kind === 'choice' ? field.choices.includes(value) : true;
}
