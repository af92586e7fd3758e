import { CHANNELS } from '../organisation/organisation.ts';
import type { Draft, ImportTarget } from './target.ts';
import { readChoice, readDay, readDistrict, readNumberText, readPhone, readText } from './values.ts';

function textOf(draft: Draft, key: string): string {
  const value = draft[key];
  return typeof value === 'string' ? value : '';
}

const ALL_CHANNELS = { ...CHANNELS, '': '全部渠道' };

export const OFFICER_TARGET: ImportTarget = {
  key: 'officer',
  columns: [
    { key: 'name', title: '姓名', aliases: ['人员姓名', '执法人员姓名', '执法人员'], required: true, mandatory: true, hint: '', example: '示例人', read: (text) => readText(text, 50) },
    { key: 'certificateNo', title: '执法证号', aliases: ['行政执法证号', '执法证件号', '执法证编号', '证件编号', '证号'], required: true, mandatory: true, hint: '行政执法证编号', example: '演示3205000001', read: (text) => readNumberText(text, 30) },
    { key: 'certificateFrom', title: '证件有效期自', aliases: ['有效期自', '发证日期', '有效期起'], hint: '2023-01-01', example: '2023-01-01', read: readDay },
    { key: 'certificateTo', title: '证件有效期至', aliases: ['有效期至', '有效期止', '有效期', '到期日期'], hint: '2028-12-31', example: '2028-12-31', read: readDay },
    { key: 'loginName', title: '登录名', aliases: ['账号', '用户名'], hint: '新人员必填，字母和数字', example: 'jc09', read: (text) => (/^[a-z][a-z0-9]{2,29}$/.test(text.toLowerCase()) ? { value: text.toLowerCase() } : { problem: `「${text}」不能作登录名，请用 3 至 30 位小写字母和数字，以字母开头。` }) },
    { key: 'district', title: '属地', aliases: ['区县', '所属区县', '行政区划'], hint: '6 位区划代码或者区县名称', example: '苏州市本级', read: readDistrict },
    { key: 'channel', title: '渠道', aliases: ['执法渠道', '条线', '执法领域'], hint: Object.values(ALL_CHANNELS).join('、'), example: '监察支队', read: (text) => channel(text) },
    { key: 'unitName', title: '所在机构', aliases: ['单位', '部门', '所在单位', '工作单位', '执法机构'], hint: '', example: '建设监察支队一大队', read: (text) => readText(text, 60) },
    { key: 'phone', title: '联系电话', aliases: ['电话', '手机', '手机号'], hint: '', example: '0512-00000001', read: readPhone },
  ],
  shape: (values) => {
    const [from, to] = [textOf(values, 'certificateFrom'), textOf(values, 'certificateTo')];
    return { draft: values, problems: from !== '' && to !== '' && to < from ? [{ key: 'certificateTo', message: '证件的到期日早于起始日，请核对。' }] : [] };
  },
  identity: (draft) => textOf(draft, 'certificateNo'),
  obstacle: (draft) => {
    const missing = (['loginName', 'district', 'unitName', 'certificateFrom', 'certificateTo'] as const).find((key) => textOf(draft, key) === '');
    return missing === undefined ? null : { key: missing, message: '人员库中没有这个执法证号，新登记人员须填写登录名、属地、所在机构和证件有效期。' };
  },
};

function channel(text: string): ReturnType<ImportTarget['columns'][number]['read']> {
  const reading = readChoice(text, ALL_CHANNELS, { 全部: '', 综合: '', 不限: '' });
  return 'value' in reading ? { value: reading.value === '' ? null : reading.value } : reading;
}
