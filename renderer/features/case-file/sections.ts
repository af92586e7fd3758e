/** Parts of a case in the order of its volume, with the ids they are jumped to by. */
export const SECTIONS = [
  { anchor: 'case-clue', title: '案件来源' },
  { anchor: 'case-party', title: '当事人' },
  { anchor: 'case-project', title: '工程项目' },
  { anchor: 'case-facts', title: '事实与定性' },
  { anchor: 'case-penalty', title: '裁量与处罚' },
  { anchor: 'case-correction', title: '责令改正' },
  { anchor: 'case-evidence', title: '证据' },
  { anchor: 'case-documents', title: '文书' },
  { anchor: 'case-services', title: '送达' },
  { anchor: 'case-payments', title: '履行' },
  { anchor: 'case-approvals', title: '审批意见' },
  { anchor: 'case-timeline', title: '办案经过' },
] as const;

/** The section being read: the last one whose top has passed the upper edge. */
export function sectionInView(tops: readonly { readonly anchor: string; readonly top: number }[], edge: number): string {
  let current = tops[0]?.anchor ?? '';
  for (const section of tops) if (section.top <= edge) current = section.anchor;
  return current;
}
