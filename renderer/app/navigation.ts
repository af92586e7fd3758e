import { AlarmClock, Box, Checked, Collection, EditPen, Files, HomeFilled, Memo, Refresh, Setting } from '@element-plus/icons-vue';
import type { Component } from 'vue';
import { APPROVING_ROLES } from '#renderer/composables/acting.ts';
import type { Role } from '#shared/domain/officer/officer.ts';

export interface NavEntry {
  readonly route: string;
  readonly label: string;
  readonly icon: Component;
  /** Route names that belong to the entry. */
  readonly covers: readonly string[];
  /** Shown to this role only. */
  readonly role?: Role;
  /** Shown to whoever acts in one of these today, in his own name or for somebody absent. */
  readonly actingRoles?: readonly Role[];
}

export const NAV: readonly NavEntry[] = [
  { route: 'workbench', label: '工作台', icon: HomeFilled, covers: ['workbench'] },
  { route: 'cases', label: '案件', icon: Files, covers: ['cases', 'case-new', 'case', 'document', 'volume'] },
  { route: 'approvals', label: '我的审批', icon: Checked, covers: ['approvals'], actingRoles: APPROVING_ROLES },
  { route: 'archive', label: '归档', icon: Box, covers: ['archive'], role: 'archivist' },
  { route: 'deadlines', label: '期限', icon: AlarmClock, covers: ['deadlines'] },
  { route: 'reviews', label: '案卷评查', icon: Memo, covers: ['reviews', 'review-round'] },
  { route: 'matters', label: '监管事项', icon: Collection, covers: ['matters'] },
  { route: 'sync', label: '同步', icon: Refresh, covers: ['sync'] },
  { route: 'wording', label: '文书用语', icon: EditPen, covers: ['wording'], role: 'admin' },
  { route: 'admin', label: '系统管理', icon: Setting, covers: ['admin'], role: 'admin' },
];
