import { FACT_LABELS, type FactKind, RESPONSIBLE_PARTIES } from '../project/fact.ts';
import type { Draft, ImportColumn, ImportTarget } from './target.ts';
import { readChoice, readCreditCode, readDay, readDistrict, readMoney, readNumberText, readPermitNo, readProjectCode, readQuantity, readText, unitOfHeader } from './values.ts';

const NAME: ImportColumn = { key: 'name', title: '工程名称', aliases: ['项目名称', '名称', '工程项目名称', '建设项目名称'], required: true, mandatory: true, hint: '', example: '示例家园一期', read: (text) => readText(text, 150) };
const DISTRICT: ImportColumn = { key: 'district', title: '属地', aliases: ['区县', '所属区县', '所在区县', '行政区划', '区划代码', '行政区划代码', '所属地区', '地区'], hint: '6 位区划代码或者区县名称', example: '吴中区', read: readDistrict };
const PROJECT_CODE: ImportColumn = { key: 'projectCode', title: '项目代码', aliases: ['投资项目统一代码', '投资项目代码', '统一项目代码', '项目统一代码'], hint: '24 位', example: '2024-320506-47-01-123456', read: readProjectCode };
const PERMIT_NO: ImportColumn = { key: 'permitNo', title: '施工许可证编号', aliases: ['施工许可证号', '施工许可编号', '许可证编号'], hint: '18 位', example: '320506202405010101', read: readPermitNo };

function textOf(draft: Draft, key: string): string {
  const value = draft[key];
  return typeof value === 'string' ? value : '';
}

/** A project is the one of its code, else of its permit, else of its name in its district. */
export function projectIdentity(draft: Draft): string {
  return textOf(draft, 'projectCode') || textOf(draft, 'permitNo') || `name:${textOf(draft, 'name')}@${textOf(draft, 'district')}`;
}

export const PROJECT_TARGET: ImportTarget = {
  key: 'project',
  columns: [
    NAME,
    { ...DISTRICT, required: true, mandatory: true },
    { key: 'address', title: '工程地址', aliases: ['地址', '建设地点', '工程地点', '建设地址', '项目地址'], hint: '', example: '苏州市吴中区示例路1号', read: (text) => readText(text, 200) },
    PROJECT_CODE,
    PERMIT_NO,
    { key: 'contractPriceFen', title: '合同价款（万元）', aliases: ['合同价', '合同价格', '合同金额', '工程造价', '中标价', '合同总价'], hint: '单位写在列名的括号里：元、万元或者亿元', example: '12500.50', read: (text, { header }) => readMoney(text, unitOfHeader(header)) },
    { key: 'areaSquareMetres', title: '建筑面积（平方米）', aliases: ['面积', '建设规模', '总建筑面积'], hint: '', example: '36000', read: readQuantity },
    { key: 'developer', title: '建设单位', aliases: ['建设单位名称', '业主', '开发单位'], hint: '与营业执照一致', example: '苏州示例置业有限公司', read: (text) => readText(text, 100) },
    { key: 'contractor', title: '施工单位', aliases: ['施工单位名称', '总包单位', '施工总承包单位', '承包单位'], hint: '与营业执照一致', example: '苏州示例建筑工程有限公司', read: (text) => readText(text, 100) },
  ],
  shape: (values) => ({ draft: values, problems: [] }),
  identity: projectIdentity,
  obstacle: () => null,
};

/** What the systems of the three parts call their facts. */
const OTHER_KINDS: Readonly<Record<string, FactKind>> = {
  立项: 'approval', 备案: 'approval', 规划许可: 'planning', 图审: 'drawings', 消防审查: 'fire-design', 施工许可证: 'permit', 监督计划: 'supervision', 监督交底: 'supervision', 五方责任主体: 'party', 参建单位: 'party',
  监督检查: 'visit', 巡查: 'visit', 危险性较大分部分项工程: 'hazard', 塔式起重机: 'crane', 施工升降机: 'crane', 起重设备: 'crane', 竣工备案: 'filing', 档案验收: 'archive',
};

export const FACT_TARGET: ImportTarget = {
  key: 'fact',
  columns: [
    { ...NAME, required: false, mandatory: false, hint: '项目代码、施工许可证编号、工程名称至少填一项' },
    { ...DISTRICT, hint: '同名工程在不同区县时填写' },
    PROJECT_CODE,
    PERMIT_NO,
    { key: 'kind', title: '环节', aliases: ['环节名称', '事项', '数据类型', '业务环节'], required: true, mandatory: true, hint: Object.values(FACT_LABELS).join('、'), example: '起重机械', read: (text) => readChoice(text, FACT_LABELS, OTHER_KINDS) },
    { key: 'title', title: '内容', aliases: ['名称（内容）', '主体类别', '设备名称', '部位', '项目内容'], hint: `责任主体写${RESPONSIBLE_PARTIES.join('、')}`, example: '3号塔式起重机', read: (text) => readText(text, 100) },
    { key: 'no', title: '编号', aliases: ['文号', '证书编号', '备案编号', '许可编号', '合格书编号', '批文号'], hint: '', example: '苏示起备2026001', read: (text) => readNumberText(text, 60) },
    { key: 'on', title: '日期', aliases: ['办理日期', '发证日期', '检查日期', '备案日期', '验收日期', '批准日期'], hint: '2026-01-05', example: '2026-01-05', read: readDay },
    { key: 'until', title: '有效期至', aliases: ['截止日期', '到期日期', '使用登记有效期'], hint: '', example: '2027-01-04', read: readDay },
    { key: 'unit', title: '单位', aliases: ['单位名称', '办理单位', '责任单位', '产权单位', '机构'], hint: '', example: '苏州示例建筑机械租赁有限公司', read: (text) => readText(text, 100) },
    { key: 'creditCode', title: '统一社会信用代码', aliases: ['信用代码', '单位信用代码'], hint: '上述单位的', example: '', read: readCreditCode },
    { key: 'person', title: '负责人', aliases: ['项目负责人', '责任人', '经办人', '联系人'], hint: '', example: '示例人', read: (text) => readText(text, 50) },
    { key: 'state', title: '状态', aliases: ['结果', '结论', '办理结果', '检查结果'], hint: '', example: '在用', read: (text) => readText(text, 40) },
    { key: 'note', title: '说明', aliases: ['备注', '情况说明'], hint: '', example: '', read: (text) => readText(text, 500) },
    { key: 'sourceSystem', title: '来源系统', aliases: ['数据来源', '来源'], hint: '不填记为「文件导入」', example: '智慧工地平台', read: (text) => readText(text, 60) },
    { key: 'sourceRef', title: '来源编号', aliases: ['数据编号', '唯一标识', '记录唯一标识', '主键'], hint: '在来源系统里的编号', example: 'QZ-2026-001', read: (text) => readNumberText(text, 80) },
    { key: 'fetchedOn', title: '取得日期', aliases: ['更新日期', '更新时间', '同步时间', '数据时间'], hint: '不填记为导入日', example: '2026-01-06', read: readDay },
  ],
  shape: (values) => ({
    draft: { sourceSystem: '文件导入', ...values },
    problems: ['projectCode', 'permitNo', 'name'].some((key) => textOf(values, key) !== '') ? [] : [{ key: 'name', message: '看不出是哪个工程，请填写项目代码、施工许可证编号或者工程名称。' }],
  }),
  identity: (draft) => [projectIdentity(draft), draft['kind'], draft['sourceSystem'], factReference(draft)].join('|'),
  obstacle: () => null,
};

/** By what a fact is known in its source: its id there, else its number, else what it is about. */
export function factReference(draft: Draft): string {
  return textOf(draft, 'sourceRef') || textOf(draft, 'no') || `${textOf(draft, 'title')}#${textOf(draft, 'on')}`;
}
