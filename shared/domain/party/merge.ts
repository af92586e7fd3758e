import type { ProjectRecord } from '../project/project.ts';
import { joinLicences } from '../import/record.ts';
import type { PartyRecord } from './party.ts';

/** Registers whose duplicates can be merged. */
export const MERGE_KINDS = { party: '企业', project: '工程' } as const;
export type MergeKind = keyof typeof MERGE_KINDS;

/** Fields that a person compares, in the order of the page. */
export const MERGE_FIELDS = {
  party: {
    name: '企业名称', creditCode: '统一社会信用代码', kind: '主体类型', category: '企业类别', district: '属地', representative: '法定代表人', representativePost: '职务',
    idNumber: '经营者身份证号', address: '住所', phone: '联系电话', creditClass: '信用等级', status: '经营状态',
  },
  project: {
    name: '工程名称', district: '属地', address: '工程地址', projectCode: '项目代码', permitNo: '施工许可证编号', contractPriceFen: '合同价款', areaSquareMetres: '建筑面积', developer: '建设单位', contractor: '施工单位',
  },
} as const satisfies Record<MergeKind, Readonly<Record<string, string>>>;

type Fields = Readonly<Record<string, unknown>>;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 0;
}

/** One record of two: the kept one's fields, its empty ones filled from the other, those of `take` from the other; licences of both. */
export function mergeRecords<T extends PartyRecord | ProjectRecord>(kind: MergeKind, kept: T, gone: T, take: readonly string[]): T {
  const [one, other] = [kept as unknown as Fields, gone as unknown as Fields];
  const chosen = Object.keys(MERGE_FIELDS[kind]).map((key) => [key, take.includes(key) || isEmpty(one[key]) ? other[key] ?? one[key] : one[key]] as const).filter(([, value]) => value !== undefined);
  const licences = joinLicences((gone as PartyRecord).licences ?? [], (kept as PartyRecord).licences ?? []);
  return { ...kept, ...Object.fromEntries(chosen), ...(licences.length === 0 ? {} : { licences }) };
}
