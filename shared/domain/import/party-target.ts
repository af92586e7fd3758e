import { CREDIT_CLASSES } from '../draw/pool.ts';
import { PARTY_KINDS } from '../party/party.ts';
import { PARTY_CATEGORIES, PARTY_STATUSES, type PartyCategory } from '../party/register.ts';
import type { ColumnProblem, Draft, DraftValue, ImportColumn, ImportTarget } from './target.ts';
import { readChoice, readCreditCode, readDay, readDistrict, readIdNumber, readNumberText, readPhone, readText } from './values.ts';

const KINDS = { unit: PARTY_KINDS.unit, business: PARTY_KINDS.business };
const CATEGORIES = Object.fromEntries(PARTY_CATEGORIES.map((name) => [name, name])) as Readonly<Record<PartyCategory, PartyCategory>>;
const OTHER_CATEGORIES: Readonly<Record<string, PartyCategory>> = {
  开发企业: '房地产开发企业', 房地产开发: '房地产开发企业', 建设单位: '房地产开发企业', 建筑业企业: '施工企业', 施工单位: '施工企业', 监理单位: '监理企业', 工程监理企业: '监理企业',
  勘察单位: '勘察设计企业', 设计单位: '勘察设计企业', 物业企业: '物业服务企业', 经纪机构: '房地产经纪机构', 租赁企业: '住房租赁企业', 估价机构: '房地产估价机构', 检测单位: '检测机构', 商品混凝土企业: '预拌混凝土企业',
};

const COLUMNS: readonly ImportColumn[] = [
  { key: 'name', title: '企业名称', aliases: ['名称', '单位名称', '公司名称', '主体名称', '当事人名称', '企业全称', '行政相对人名称', '监管对象'], required: true, mandatory: true, hint: '与营业执照一致', example: '苏州示例建筑工程有限公司', read: (text) => readText(text, 100) },
  { key: 'creditCode', title: '统一社会信用代码', aliases: ['信用代码', '社会信用代码', '统一信用代码', '统一代码', '营业执照号', '证件号码', '证照编码'], hint: '18 位，新企业必填', example: '91320508MA1TEXT06X', read: readCreditCode },
  { key: 'kind', title: '主体类型', aliases: ['主体性质', '类型'], hint: `${Object.values(KINDS).join('、')}；不填按前者`, example: KINDS.unit, read: (text) => readChoice(text, KINDS, { 法人: 'unit', 企业: 'unit', 单位: 'unit', 个体户: 'business', 个体: 'business' }) },
  { key: 'category', title: '企业类别', aliases: ['类别', '行业类别', '企业类型', '业务类别'], hint: PARTY_CATEGORIES.join('、'), example: '施工企业', read: (text) => readChoice(text, CATEGORIES, OTHER_CATEGORIES) },
  { key: 'district', title: '属地', aliases: ['区县', '所属区县', '所在区县', '区划', '行政区划', '行政区划代码', '区划代码', '所属地区', '地区'], hint: '6 位区划代码或者区县名称', example: '姑苏区', read: readDistrict },
  { key: 'representative', title: '法定代表人', aliases: ['法人', '法人代表', '负责人', '经营者', '法定代表人姓名', '企业负责人'], hint: '法定代表人、负责人或者经营者', example: '示例人', read: (text) => readText(text, 50) },
  { key: 'representativePost', title: '职务', aliases: ['法定代表人职务'], hint: '', example: '执行董事', read: (text) => readText(text, 40) },
  { key: 'idNumber', title: '经营者身份证号', aliases: ['身份证号', '身份证号码', '公民身份号码', '经营者身份号码'], hint: '只限个体工商户', example: '', read: (text, { today }) => readIdNumber(text, today) },
  { key: 'address', title: '住所', aliases: ['地址', '注册地址', '企业地址', '经营地址', '住所地', '注册地'], hint: '', example: '江苏省苏州市姑苏区示例一路1号', read: (text) => readText(text, 200) },
  { key: 'phone', title: '联系电话', aliases: ['电话', '手机', '手机号', '联系方式', '固定电话'], hint: '', example: '0512-00001234', read: readPhone },
  { key: 'creditClass', title: '信用等级', aliases: ['信用评价', '信用级别', '等级', '信用分类'], hint: 'A、B、C、D', example: 'B', read: (text) => readChoice(text, CREDIT_CLASSES) },
  { key: 'status', title: '经营状态', aliases: ['状态', '登记状态', '企业状态'], hint: Object.values(PARTY_STATUSES).join('、'), example: '存续', read: (text) => readChoice(text, PARTY_STATUSES, { 在业: 'active', 开业: 'active', 正常: 'active', 在营: 'active', 歇业: 'suspended' }) },
  { key: 'licenceName', title: '资质（许可）名称', aliases: ['资质名称', '证书名称', '资质类别', '许可证名称', '资质', '资质类别及等级'], hint: '一行一项；同一企业多项资质可写多行', example: '建筑工程施工总承包', read: (text) => readText(text, 100) },
  { key: 'licenceNo', title: '证书编号', aliases: ['资质证书编号', '证书号', '资质证书号', '许可证编号'], hint: '', example: 'D332000001', read: (text) => readNumberText(text, 60) },
  { key: 'licenceGrade', title: '资质等级', aliases: ['证书等级'], hint: '', example: '二级', read: (text) => readText(text, 20) },
  { key: 'licenceIssuer', title: '发证机关', aliases: ['颁发机关', '发证单位'], hint: '', example: '江苏省住房和城乡建设厅', read: (text) => readText(text, 60) },
  { key: 'licenceTo', title: '证书有效期至', aliases: ['有效期至', '有效期', '有效期截止', '有效截止日期'], hint: '2028-12-31', example: '2028-12-31', read: readDay },
];

const LICENCE_KEYS = ['licenceName', 'licenceNo', 'licenceGrade', 'licenceIssuer', 'licenceTo'] as const;

function textOf(values: Draft, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value : '';
}

/** The licence of the row out of its columns. */
function licencesOf(values: Draft): Draft {
  const name = textOf(values, 'licenceName') || (textOf(values, 'licenceNo') === '' ? '' : '资质证书');
  if (name === '') return {};
  return { licences: [{ name, no: textOf(values, 'licenceNo'), grade: textOf(values, 'licenceGrade'), issuer: textOf(values, 'licenceIssuer'), validTo: textOf(values, 'licenceTo') }] };
}

function problemsOf(values: Draft): readonly ColumnProblem[] {
  const orphan = ['licenceGrade', 'licenceIssuer', 'licenceTo'].find((key) => textOf(values, key) !== '');
  return [
    ...(textOf(values, 'idNumber') !== '' && values['kind'] !== 'business' ? [{ key: 'idNumber', message: '只有个体工商户登记经营者身份证号。请删去，或者把主体类型改为「个体工商户」。' }] : []),
    ...(orphan !== undefined && textOf(values, 'licenceName') === '' && textOf(values, 'licenceNo') === '' ? [{ key: orphan, message: '填写了资质的内容，但没有资质名称或者证书编号，请补充。' }] : []),
  ];
}

/** Rows of one enterprise differ in their licences alone. */
function join(first: Draft, again: Draft): Draft | null {
  const rest = Object.entries(again).filter(([key]) => key !== 'licences');
  if (rest.some(([key, value]) => first[key] !== undefined && first[key] !== value)) return null;
  const licences = [first['licences'], again['licences']].flatMap((each): readonly object[] => (Array.isArray(each) ? each as readonly object[] : []));
  return { ...first, ...Object.fromEntries<DraftValue>(rest), ...(licences.length === 0 ? {} : { licences }) };
}

export const PARTY_TARGET: ImportTarget = {
  key: 'party',
  columns: COLUMNS,
  shape: (values) => {
    const plain = Object.fromEntries(Object.entries(values).filter(([key]) => !LICENCE_KEYS.some((each) => each === key)));
    return { draft: { ...plain, ...licencesOf(values) }, problems: problemsOf(values) };
  },
  identity: (draft) => textOf(draft, 'creditCode') || `name:${textOf(draft, 'name')}`,
  join,
  obstacle: (draft) => (textOf(draft, 'creditCode') === '' ? { key: 'creditCode', message: '名录中没有这家企业，新登记须填写统一社会信用代码。' } : null),
};
