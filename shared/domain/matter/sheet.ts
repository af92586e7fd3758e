import { channelName } from '../channel/in-force.ts';
import type { ColumnSpec } from '../import/column.ts';
import { DISTRICT_KEYS, DISTRICTS } from '../organisation/organisation.ts';
import type { Settings } from '../setting/settings.ts';
import { CLAIM_STATES, MATTER_SYSTEMS, type CheckItem, type Matter, type SubMatter } from './matter.ts';

/** The columns of a sheet of matters: one row a check item, with its sub-matter and matter; for import, export and template. */
export const MATTER_COLUMNS = [
  { key: 'code', title: '事项编码', aliases: ['监管事项编码', '编码'], required: true },
  { key: 'nationalCode', title: '国家事项编码', aliases: ['监管事项目录编码', '国家目录编码'] },
  { key: 'name', title: '事项名称', aliases: ['监管事项名称', '监管事项', '主项名称'], required: true },
  { key: 'category', title: '类别', aliases: ['事项类别'] },
  { key: 'channel', title: '渠道', aliases: ['执法渠道', '归口渠道'] },
  { key: 'system', title: '系统', aliases: ['归口系统', '系统归属'] },
  { key: 'object', title: '监管对象' },
  { key: 'measures', title: '监管措施', aliases: ['监管方式', '监管方式(措施)'] },
  { key: 'basis', title: '设定依据', aliases: ['依据'] },
  { key: 'risk', title: '风险等级', aliases: ['风险'] },
  { key: 'yearlyCap', title: '频次说明', aliases: ['建议频次上限'] },
  { key: 'cap', title: '年度频次上限', aliases: ['频次上限', '年检查频次上限'] },
  { key: 'claim', title: '认领状态', aliases: ['认领'] },
  { key: 'claimedOn', title: '认领日期' },
  { key: 'claimReason', title: '认领说明', aliases: ['不适用理由', '不适用原因'] },
  { key: 'publishedOn', title: '公布日期' },
  { key: 'office', title: '责任处室', aliases: ['责任部门'] },
  { key: 'districts', title: '承接区县', aliases: ['承接地区'] },
  { key: 'subCode', title: '子项编码', aliases: ['监管子项编码'] },
  { key: 'subName', title: '子项名称', aliases: ['监管子项', '监管子项名称'] },
  { key: 'form', title: '监管形式' },
  { key: 'listCode', title: '检查实施清单编号', aliases: ['实施清单编号', '检查实施清单编码'] },
  { key: 'itemId', title: '检查项编号', aliases: ['检查项编码'] },
  { key: 'content', title: '检查内容', aliases: ['监管检查项', '检查项'] },
  { key: 'method', title: '检查方法', aliases: ['检查方式'] },
  { key: 'standard', title: '检查标准', aliases: ['判定标准'] },
  { key: 'clause', title: '检查依据', aliases: ['依据条款', '法律条款'] },
  { key: 'violationId', title: '违法行为编号', aliases: ['对应违法行为'] },
  { key: 'verified', title: '依据已核实', aliases: ['是否核实'] },
] as const satisfies readonly ColumnSpec[];

export type MatterColumn = (typeof MATTER_COLUMNS)[number]['key'];
export type MatterCells = Readonly<Record<MatterColumn, string>>;

export const ALL_DISTRICTS = '全部';
export const YES = '是';

/** The rows of a matter; one without items has a single row. */
export function rowsOfMatter(matter: Matter, settings: Settings | null): readonly MatterCells[] {
  const own = matterCells(matter, settings);
  const rows = matter.subs.flatMap((sub) => sub.items.map((item) => ({ ...own, ...itemCells(sub, item) })));
  return rows.length > 0 ? rows : [{ ...own, ...NO_ITEM }];
}

type ItemColumn = 'subCode' | 'subName' | 'form' | 'listCode' | 'itemId' | 'content' | 'method' | 'standard' | 'clause' | 'violationId' | 'verified';
const NO_ITEM: Readonly<Record<ItemColumn, string>> = { subCode: '', subName: '', form: '', listCode: '', itemId: '', content: '', method: '', standard: '', clause: '', violationId: '', verified: '' };

function matterCells(matter: Matter, settings: Settings | null): Readonly<Record<Exclude<MatterColumn, ItemColumn>, string>> {
  const { code, nationalCode, name, category, object, measures, basis, risk, yearlyCap, claimReason, office } = matter;
  return {
    code, nationalCode, name, category, object, measures, basis, risk, yearlyCap, claimReason, office,
    channel: channelName(settings, matter.channel), system: MATTER_SYSTEMS[matter.system], cap: matter.cap === null ? '' : String(matter.cap),
    claim: CLAIM_STATES[matter.claim], claimedOn: matter.claimedOn ?? '', publishedOn: matter.publishedOn ?? '',
    districts: matter.districts.length === DISTRICT_KEYS.length ? ALL_DISTRICTS : matter.districts.map((district) => DISTRICTS[district]).join('、'),
  };
}

function itemCells({ code, name, form, listCode }: SubMatter, { id, content, method, standard, clause, violationId, verified }: CheckItem): Readonly<Record<ItemColumn, string>> {
  return { subCode: code, subName: name, form, listCode, itemId: id, content, method, standard, clause, violationId: violationId ?? '', verified: verified ? YES : '否' };
}
