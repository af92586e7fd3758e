import { AlarmClock, Box, Checked, Collection, DataAnalysis, EditPen, Files, HomeFilled, Memo, OfficeBuilding, Opportunity, Refresh, Setting, Tickets } from '@element-plus/icons-vue';
import type { Component } from 'vue';
import { APPROVING_ROLES } from '#renderer/composables/acting.ts';
import { READING_ROLES } from '#shared/domain/draw/roles.ts';
import type { Role } from '#shared/domain/officer/officer.ts';

export interface NavEntry {
  readonly route: string;
  readonly label: string;
  readonly icon: Component;
  /** Route names that belong to the entry. */
  readonly covers: readonly string[];
  /** Shown to this role only. */
  readonly role?: Role;
  /** Holds cases, tasks or their terms: nothing of it reaches who keeps the system and does nothing else. */
  readonly casework?: true;
  /** Shown to whoever acts in one of these today, in his own name or for somebody absent. */
  readonly actingRoles?: readonly Role[];
}

export const NAV: readonly NavEntry[] = [
  { route: 'workbench', label: '工作台', icon: HomeFilled, covers: ['workbench'] },
  { route: 'cases', label: '案件', icon: Files, covers: ['cases', 'case-new', 'case', 'document', 'volume'], casework: true },
  { route: 'tasks', label: '监管任务', icon: Tickets, covers: ['tasks', 'task', 'task-document'], casework: true },
  { route: 'approvals', label: '我的审批', icon: Checked, covers: ['approvals'], actingRoles: APPROVING_ROLES },
  { route: 'archive', label: '归档', icon: Box, covers: ['archive'], role: 'archivist' },
  { route: 'deadlines', label: '期限', icon: AlarmClock, covers: ['deadlines'], casework: true },
  { route: 'reviews', label: '案卷评查', icon: Memo, covers: ['reviews', 'review-round'], casework: true },
  { route: 'matters', label: '监管事项', icon: Collection, covers: ['matters', 'matter-coverage', 'matter-new', 'matter-edit'] },
  { route: 'draws', label: '双随机', icon: Opportunity, covers: ['draws', 'draw-publications', 'draw-plan-new', 'draw-plan', 'draw-plan-edit', 'draw-new', 'draw'], actingRoles: READING_ROLES },
  { route: 'registers', label: '名录', icon: OfficeBuilding, covers: ['registers', 'register-import', 'register-duplicates', 'register-project', 'register-party', 'register-officer'] },
  { route: 'statistics', label: '统计', icon: DataAnalysis, covers: ['statistics', 'statistics-rows'] },
  { route: 'sync', label: '同步', icon: Refresh, covers: ['sync'] },
  { route: 'wording', label: '文书用语', icon: EditPen, covers: ['wording'], role: 'admin' },
  { route: 'admin', label: '系统管理', icon: Setting, covers: ['admin'], role: 'admin' },
];
