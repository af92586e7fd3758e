import { yuanOf } from '#renderer/ui/format.ts';
import type { SettingKey, SettingsBody } from '#shared/domain/setting/check.ts';
import { SETTING_FIELDS } from '#shared/domain/setting/groups.ts';
import { type ChangeLine, changesOf } from './changes.ts';

export const SETTING_LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SETTING_FIELDS).map(([key, field]) => [key, field.label])), unverified: '未核实的项目',
};

/** A setting as it is read. */
export function settingText(key: string, value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((each) => SETTING_LABELS[String(each)] ?? String(each)).join('、');
  const { kind, choices } = SETTING_FIELDS[key as SettingKey] ?? {};
  if (choices !== undefined) return choices[String(value)] ?? String(value);
  if (kind === 'money') return `${yuanOf(Number(value))} 元`;
  if (kind === 'days') return `${String(value)} 天`;
  return kind === 'yes-no' ? (value === true ? '是' : '否') : String(value);
}

/** What a version changes; what was confirmed, or no longer is, stands by itself. */
export function settingChanges(before: SettingsBody | null, after: SettingsBody): readonly ChangeLine[] {
  const values = changesOf(before, after, SETTING_LABELS, settingText);
  if (before === null) return values;
  const verified = (body: SettingsBody, key: string): string => (body.unverified.includes(key) ? '未核实' : '已核实');
  const marks = Object.entries(SETTING_FIELDS).map(([key, { label }]): ChangeLine => ({ key: `verified-${key}`, label: `${label}：核实情况`, before: verified(before, key), after: verified(after, key) }));
  return [...values.filter((line) => line.key !== 'unverified'), ...marks.filter((line) => line.before !== line.after)];
}

/** The body with one setting confirmed by the bureau, or no longer. */
export function confirmed(body: SettingsBody, key: SettingKey, yes: boolean): SettingsBody {
  const others = body.unverified.filter((each) => each !== key);
  return { ...body, unverified: yes ? others : [...others, key] };
}
