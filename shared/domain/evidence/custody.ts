import { documentLabel } from '../case-file/labels.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import type { DocumentCode } from '../document/document-file.ts';
import { placeText } from './annotation.ts';
import type { Evidence } from './evidence.ts';

/** What may be done with an exhibit: each act is kept with its author. */
export const CUSTODY_ACTS = {
  added: '收入案卷', described: '修改说明', exported: '导出副本', annotated: '批注', 'annotation-withdrawn': '撤回批注', listed: '列入文书', printed: '打印', withdrawn: '撤回',
} as const;
export type CustodyAct = keyof typeof CUSTODY_ACTS;

/** Kept with the exhibit itself. */
export interface CustodyEntry {
  readonly act: 'described' | 'exported';
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  /** Labels that were changed, or what the copy was for. */
  readonly text: string;
}

/** One line of the chain of custody, oldest first. `byName` is empty where only the id is known. */
export interface CustodyLine {
  readonly act: CustodyAct;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly text: string;
}

/** Papers that print the list of evidence. */
const LISTING: ReadonlySet<DocumentCode> = new Set(['HCQK', 'LASP', 'DCZJ', 'GZSP', 'GZS', 'CFSP', 'CFJD', 'BYCF', 'DCCF']);

/** Who had an exhibit in hand, and what for: from what is kept with it, its annotations, the papers that list it and the timeline. */
export function custodyOf(file: Pick<CaseFile, 'documents' | 'timeline'>, evidence: Evidence): readonly CustodyLine[] {
  return [
    { act: 'added' as const, at: evidence.addedAt, by: evidence.addedBy, byName: '', text: evidence.file === null ? '原物或者纸质件' : `${evidence.file.name}，SHA-256 ${evidence.file.sha256}` },
    ...(evidence.log ?? []),
    ...noted(evidence),
    ...listed(file, evidence),
    ...(evidence.withdrawn === null ? [] : [{ act: 'withdrawn' as const, at: evidence.withdrawn.at, by: evidence.withdrawn.by, byName: '', text: evidence.withdrawn.reason }]),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function noted(evidence: Evidence): readonly CustodyLine[] {
  return (evidence.annotations ?? []).flatMap((note) => {
    const where = placeText(note);
    const made = { act: 'annotated' as const, at: note.at, by: note.by, byName: note.byName, text: where === '' ? note.text : `${where}：${note.text}` };
    return note.withdrawn === null ? [made] : [made, { act: 'annotation-withdrawn' as const, at: note.withdrawn.at, by: note.withdrawn.by, byName: '', text: note.withdrawn.reason }];
  });
}

/** Papers issued while it stood, and their prints as the timeline tells them. */
function listed(file: Pick<CaseFile, 'documents' | 'timeline'>, evidence: Evidence): readonly CustodyLine[] {
  const until = evidence.withdrawn?.at ?? '9999';
  const papers = file.documents.filter(({ code, status, issuedAt }) => LISTING.has(code) && status === 'issued' && issuedAt !== null && issuedAt >= evidence.addedAt && issuedAt < until);
  return papers.flatMap((paper) => {
    const label = documentLabel(file, paper.id);
    const issue = file.timeline.find((entry) => entry.at === paper.issuedAt);
    const prints = file.timeline.filter((entry) => entry.text.startsWith(`打印${label}`));
    return [
      { act: 'listed' as const, at: paper.issuedAt ?? '', by: issue?.officerId ?? '', byName: issue?.officerName ?? '', text: label },
      ...prints.map((entry) => ({ act: 'printed' as const, at: entry.at, by: entry.officerId, byName: entry.officerName, text: entry.text.slice('打印'.length) })),
    ];
  });
}
