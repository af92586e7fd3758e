import { http } from '#renderer/bridge/http.ts';
import type { OfficerItem, PartyItem, ProjectItem } from '#shared/contract/http/registers.ts';
import type { CreditClass } from '#shared/domain/draw/pool.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import type { PartyCategory } from '#shared/domain/party/register.ts';

/** The three registers (名录), as their addresses name them. */
export const REGISTERS = {
  projects: { label: '工程', search: '工程名称、项目代码、施工许可证号、建设或者施工单位', route: 'project', param: 'projectId' },
  parties: { label: '企业', search: '企业名称或者统一社会信用代码', route: 'party', param: 'partyId' },
  officers: { label: '人员', search: '姓名、执法证号或者所在机构', route: 'officer', param: 'officerId' },
} as const;
export type RegisterKind = keyof typeof REGISTERS;

export function registerKind(text: string | undefined): RegisterKind {
  return text !== undefined && Object.hasOwn(REGISTERS, text) ? text as RegisterKind : 'projects';
}

export interface RegisterFilter {
  readonly q: string;
  readonly district: District | '';
  readonly category: PartyCategory | '';
  readonly creditClass: CreditClass | '';
  /** Only those with a licence or certificate that ended or ends soon. */
  readonly expiring: boolean;
}

export const NO_FILTER: RegisterFilter = { q: '', district: '', category: '', creditClass: '', expiring: false };

export type RegisterItem =
  | { readonly kind: 'projects'; readonly item: ProjectItem }
  | { readonly kind: 'parties'; readonly item: PartyItem }
  | { readonly kind: 'officers'; readonly item: OfficerItem };

/** A page of a register under a filter. */
export async function fetchRegister(kind: RegisterKind, filter: RegisterFilter, offset: number, limit: number): Promise<{ readonly items: readonly RegisterItem[]; readonly total: number }> {
  const page = { offset, limit, ...(filter.q.trim() === '' ? {} : { q: filter.q.trim() }), ...(filter.district === '' ? {} : { district: filter.district }) };
  const expiring = filter.expiring ? { expiring: true } : {};
  if (kind === 'projects') {
    const { items, total } = await http('registerProjects', page);
    return { items: items.map((item) => ({ kind, item })), total };
  }
  if (kind === 'officers') {
    const { items, total } = await http('registerOfficers', { ...page, ...expiring });
    return { items: items.map((item) => ({ kind, item })), total };
  }
  const { items, total } = await http('registerParties', { ...page, ...expiring, ...(filter.category === '' ? {} : { category: filter.category }), ...(filter.creditClass === '' ? {} : { creditClass: filter.creditClass }) });
  return { items: items.map((item) => ({ kind, item })), total };
}

/** Headings and widths of a register's list. */
export const LIST_COLUMNS: Readonly<Record<RegisterKind, readonly { readonly label: string; readonly width: string; readonly number?: boolean }[]>> = {
  projects: [
    { label: '工程名称', width: 'minmax(200px, 2.2fr)' }, { label: '属地', width: '112px' }, { label: '项目代码', width: '204px' },
    { label: '建设单位', width: 'minmax(120px, 1.4fr)' }, { label: '施工单位', width: 'minmax(120px, 1.4fr)' }, { label: '最近情况', width: '196px' },
  ],
  parties: [
    { label: '企业名称', width: 'minmax(220px, 2.4fr)' }, { label: '统一社会信用代码', width: '172px' }, { label: '属地', width: '112px' }, { label: '类别', width: '132px' },
    { label: '信用等级', width: '72px' }, { label: '法定代表人', width: '92px' }, { label: '资质最早到期', width: '190px' },
  ],
  officers: [
    { label: '姓名', width: '104px' }, { label: '所在机构', width: 'minmax(160px, 2fr)' }, { label: '属地', width: '112px' }, { label: '渠道', width: '92px' }, { label: '执法证号', width: '150px' },
    { label: '证件有效期至', width: '190px' }, { label: '在办任务', width: '72px', number: true }, { label: '在办案件', width: '72px', number: true }, { label: '回避', width: '52px', number: true },
  ],
};
