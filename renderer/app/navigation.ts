import { Collection, Files, HomeFilled, Refresh, Setting } from '@element-plus/icons-vue';
import type { Component } from 'vue';
import type { Role } from '#shared/domain/officer/officer.ts';

export interface NavEntry {
  readonly route: string;
  readonly label: string;
  readonly icon: Component;
  /** Route names that belong to the entry. */
  readonly covers: readonly string[];
  /** Shown to this role only. */
  readonly role?: Role;
}

export const NAV: readonly NavEntry[] = [
  { route: 'workbench', label: '工作台', icon: HomeFilled, covers: ['workbench'] },
  { route: 'cases', label: '案件', icon: Files, covers: ['cases', 'case-new', 'case', 'document'] },
  { route: 'matters', label: '监管事项', icon: Collection, covers: ['matters'] },
  { route: 'sync', label: '同步', icon: Refresh, covers: ['sync'] },
  { route: 'admin', label: '系统管理', icon: Setting, covers: ['admin'], role: 'admin' },
];
