import { CHANNEL_LABELS, type ChannelBody } from '#shared/domain/channel/channel.ts';
import { CHANNEL_STEPS, type ChannelStepKey } from '#shared/domain/channel/steps.ts';
import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { routeText } from './route-form.ts';

export const FIELD_KINDS: Readonly<Record<ChannelBody['extraFields'][number]['kind'], string>> = { text: '文字', number: '数字', date: '日期', choice: '选择' };
export const SLA_LABELS: Readonly<Record<keyof ChannelBody['slaDays'], string>> = { verification: '线索核查', investigation: '调查取证', decision: '作出决定' };

export function documentTitle(code: string): string {
  return (DOCUMENT_NAMES as Readonly<Record<string, string>>)[code] ?? code;
}

function stepTitle(key: string): string {
  return Object.hasOwn(CHANNEL_STEPS, key) ? CHANNEL_STEPS[key as ChannelStepKey].title : key;
}

const joined = (values: readonly string[]): string => (values.length === 0 ? '无' : values.join('、'));

const SHOW: { readonly [K in keyof ChannelBody]: (value: ChannelBody[K]) => string } = {
  name: (value) => value,
  numberCharacters: (value) => value,
  object: (value) => (value === '' ? '无' : value),
  stepsOff: (value) => joined(value.map(stepTitle)),
  officers: (value) => `${value} 人`,
  route: routeText,
  extraFields: (value) => joined(value.map((field) => `${field.label}（${FIELD_KINDS[field.kind]}${field.required ? '，必填' : ''}）`)),
  specialForms: joined,
  documentsOff: (value) => joined(value.map((code) => `《${documentTitle(code)}》`)),
  inspectionBasis: (value) => (value === '' ? '《中华人民共和国行政处罚法》第五十四条第一款' : value),
  discretionTable: (value) => (value === '' ? '不使用，按违法行为目录的档次' : value),
  slaDays: (value) => Object.entries(SLA_LABELS).map(([key, label]) => `${label} ${String(value[key as keyof typeof value])} 日`).join('，'),
  unverified: (value) => joined(value.map((key) => (CHANNEL_LABELS as Readonly<Record<string, string>>)[key] ?? key)),
};

/** A member of a channel's configuration as it is read. */
export function channelText<K extends keyof ChannelBody>(key: K, value: ChannelBody[K]): string {
  return SHOW[key](value);
}

/** The body of a channel still to be made: everything the law requires, nothing beyond. */
export function emptyChannel(): ChannelBody {
  return {
    name: '', numberCharacters: '', object: '', stepsOff: [], officers: 2,
    route: [{ role: 'officer', title: '承办' }, { role: 'unit-head', title: '机构负责人审核' }, { role: 'legal-reviewer', title: '法制审核' }, { role: 'leader', title: '分管局领导审批' }],
    extraFields: [], specialForms: [], documentsOff: [], inspectionBasis: '', discretionTable: '', slaDays: { verification: 15, investigation: 60, decision: 90 }, unverified: [],
  };
}

/** One entry a line; blank lines do not count. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
