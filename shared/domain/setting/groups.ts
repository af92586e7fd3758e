import { DEFAULT_NUMBER_FORM, NUMBER_FORMS } from '../document/number-series.ts';
import type { SettingKey, SettingsBody } from './check.ts';
import { summaryDefaults } from './defaults.ts';
import type { Settings } from './settings.ts';

/** How a setting is shown and typed. */
export type SettingKind = 'text' | 'money' | 'days' | 'yes-no' | 'choice';

export const SETTING_FIELDS: Readonly<Record<SettingKey, { readonly label: string; readonly kind: SettingKind; readonly choices?: Readonly<Record<string, string>> }>> = {
  authorityName: { label: '机关名称', kind: 'text' },
  authorityShort: { label: '机关代字（文号用）', kind: 'text' },
  numberForm: { label: '文号格式', kind: 'choice', choices: NUMBER_FORMS },
  contactAddress: { label: '联系地址', kind: 'text' },
  contactPhone: { label: '联系电话', kind: 'text' },
  postcode: { label: '邮政编码', kind: 'text' },
  reconsiderationOrgan: { label: '行政复议机关', kind: 'text' },
  court: { label: '有管辖权的人民法院', kind: 'text' },
  bankName: { label: '罚款代收银行', kind: 'text' },
  bankAccount: { label: '罚没款专户账号', kind: 'text' },
  bankPayee: { label: '罚没款专户户名', kind: 'text' },
  hearingFinePersonFen: { label: '个人听证标准（较大数额罚款）', kind: 'money' },
  hearingFineUnitFen: { label: '单位听证标准（较大数额罚款）', kind: 'money' },
  summaryFinePersonFen: { label: '对公民当场处罚罚款上限', kind: 'money' },
  summaryFineUnitFen: { label: '对单位当场处罚罚款上限', kind: 'money' },
  spotCollectionFen: { label: '当场收缴罚款上限', kind: 'money' },
  reviewAllCases: { label: '普通程序案件全部法制审核', kind: 'yes-no' },
  offlineLeaseDays: { label: '离线使用最长天数', kind: 'days' },
};

export const SETTING_GROUPS: readonly { readonly title: string; readonly keys: readonly SettingKey[] }[] = [
  { title: '机关信息', keys: ['authorityName', 'authorityShort', 'numberForm', 'contactAddress', 'contactPhone', 'postcode'] },
  { title: '救济途径', keys: ['reconsiderationOrgan', 'court'] },
  { title: '罚款缴纳', keys: ['bankName', 'bankAccount', 'bankPayee'] },
  { title: '金额标准', keys: ['hearingFinePersonFen', 'hearingFineUnitFen', 'summaryFinePersonFen', 'summaryFineUnitFen', 'spotCollectionFen'] },
  { title: '办案与终端', keys: ['reviewAllCases', 'offlineLeaseDays'] },
];

/** The settings in force as the body of a version, to be edited into the next one. What an older version did not know is unverified. */
export function settingsBody(settings: Settings): SettingsBody {
  const { effectiveFrom: _from, delegations: _delegations, channels: _channels, unverified, ...own } = settings;
  const added = own.numberForm === undefined ? ['numberForm'] : [];
  return { ...summaryDefaults(), numberForm: DEFAULT_NUMBER_FORM, ...own, unverified: [...unverified, ...added] };
}
