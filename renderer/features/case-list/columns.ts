/** Columns of the case list in their order, with the width each takes in the grid. */
export const COLUMNS = {
  caseNo: { label: '案号', width: '160px' },
  title: { label: '案件名称', width: 'minmax(240px, 2fr)' },
  projectName: { label: '项目', width: 'minmax(160px, 1fr)' },
  stage: { label: '环节', width: '112px' },
  due: { label: '期限', width: '104px' },
  dueLabel: { label: '期限事项', width: 'minmax(112px, 144px)' },
  channel: { label: '渠道', width: '76px' },
  district: { label: '属地', width: '120px' },
  officerNames: { label: '承办人', width: '112px' },
  registeredOn: { label: '登记日期', width: '96px' },
  updatedAt: { label: '更新时间', width: '132px' },
} as const;
export type ColumnKey = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];
export const DEFAULT_COLUMNS: readonly ColumnKey[] = ['caseNo', 'title', 'stage', 'due', 'channel', 'district', 'officerNames', 'registeredOn'];

export function isColumnChoice(value: unknown): value is readonly ColumnKey[] {
  return Array.isArray(value) && value.includes('title') && value.every((key) => (COLUMN_KEYS as readonly unknown[]).includes(key));
}

/** `grid-template-columns` of the shown columns. */
export function gridOf(shown: readonly ColumnKey[]): string {
  return COLUMN_KEYS.filter((key) => shown.includes(key)).map((key) => COLUMNS[key].width).join(' ');
}
