import type { RouteLocationRaw } from 'vue-router';
import type { CaseListItem } from '#shared/contract/views.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import type { Role } from '#shared/domain/officer/officer.ts';

export type Hit =
  | { readonly kind: 'case'; readonly key: string; readonly item: CaseListItem; readonly note: string; readonly to: RouteLocationRaw }
  | { readonly kind: 'page'; readonly key: string; readonly label: string; readonly to: RouteLocationRaw };

interface Page {
  readonly name: string;
  readonly label: string;
  /** Other words an officer may type for it. */
  readonly also: string;
  readonly roles?: readonly Role[];
}

const PAGES: readonly Page[] = [
  { name: 'workbench', label: '工作台', also: '首页 待办 期限' },
  { name: 'cases', label: '案件列表', also: '案件 查询' },
  { name: 'case-new', label: '登记线索', also: '新建 立案 案件来源', roles: ['officer', 'unit-head'] },
  { name: 'tasks', label: '监管任务', also: '检查 日历 路线 看板' },
  { name: 'matters', label: '监管事项', also: '事项 清单' },
  { name: 'sync', label: '同步', also: '离线 上传 冲突' },
  { name: 'admin', label: '系统管理', also: '账号 解锁', roles: ['admin'] },
];

/** Pages whose name or other words contain the text; all of the officer's pages for an empty one. */
export function pagesFor(text: string, roles: readonly Role[]): readonly Page[] {
  return PAGES.filter((page) => page.roles === undefined || page.roles.some((role) => roles.includes(role)))
    .filter((page) => `${page.label} ${page.also}`.includes(text));
}

export function hitsOf(cases: readonly CaseListItem[], pages: readonly Page[]): readonly Hit[] {
  return [
    ...pages.map((page): Hit => ({ kind: 'page', key: page.name, label: page.label, to: { name: page.name } })),
    ...cases.map((item): Hit => ({ kind: 'case', key: item.id, item, note: noteOf(item), to: { name: 'case', params: { caseId: item.id } } })),
  ];
}

function noteOf(item: CaseListItem): string {
  return [item.caseNo ?? '未立案', item.projectName, DISTRICTS[item.district], item.officerNames].filter((part) => part !== '').join(' · ');
}
