import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { hasLinks, SIDE_LINES, type SideKey } from './side-lines.ts';

export interface Section {
  readonly anchor: string;
  readonly title: string;
}

interface Part extends Section {
  /** A side line, shown only where the case took it. */
  readonly side?: SideKey;
}

/** Parts of a case in the order of its volume, with the ids they are jumped to by. */
const PARTS: readonly Part[] = [
  { anchor: 'case-clue', title: '案件来源' },
  { anchor: 'case-party', title: '当事人' },
  { anchor: 'case-project', title: '工程项目' },
  { anchor: 'case-facts', title: '事实与定性' },
  { anchor: 'case-penalty', title: '裁量与处罚' },
  { anchor: 'case-linked', title: '关联案件', side: 'linked' },
  { anchor: 'case-correction', title: '责令改正' },
  { anchor: 'case-measures', title: '保存与强制', side: 'measures' },
  { anchor: 'case-exclusions', title: '期间扣除', side: 'exclusions' },
  { anchor: 'case-evidence', title: '证据' },
  { anchor: 'case-documents', title: '文书' },
  { anchor: 'case-services', title: '送达' },
  { anchor: 'case-hearing', title: '听证', side: 'hearing' },
  { anchor: 'case-outcome', title: '不罚与移送', side: 'outcome' },
  { anchor: 'case-summary', title: '当场处罚', side: 'summary' },
  { anchor: 'case-payments', title: '履行', side: 'payments' },
  { anchor: 'case-deferral', title: '延期分期', side: 'deferral' },
  { anchor: 'case-enforcement', title: '催告与执行', side: 'enforcement' },
  { anchor: 'case-remedies', title: '复议诉讼', side: 'remedies' },
  { anchor: 'case-publication', title: '公示', side: 'publication' },
  { anchor: 'case-archive', title: '归档', side: 'archive' },
  { anchor: 'case-approvals', title: '审批意见' },
  { anchor: 'case-timeline', title: '办案经过' },
];

/** The sections of this case: the main line's always, a side line's where it was taken. `proposed`: a linked case follows from it. */
export function sectionsOf(file: CaseFile, proposed: boolean): readonly Section[] {
  return PARTS.filter(({ side }) => side === undefined || SIDE_LINES[side](file) || (side === 'linked' && (proposed || hasLinks(file))));
}

/** The section being read: the last one whose top has passed the upper edge. */
export function sectionInView(tops: readonly { readonly anchor: string; readonly top: number }[], edge: number): string {
  let current = tops[0]?.anchor ?? '';
  for (const section of tops) if (section.top <= edge) current = section.anchor;
  return current;
}
