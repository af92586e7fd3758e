import type { Approval, CaseFile, Remark } from '#shared/domain/case-file/case-file.ts';
import { pathLabel } from '#shared/domain/case-file/editable.ts';
import { documentLabel } from '#shared/domain/case-file/labels.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { FIELD_PATHS } from './case-form.ts';

export interface RemarkGroup {
  readonly label: string;
  readonly fields: readonly { readonly path: string; readonly label: string }[];
}

const GROUP_LABELS: Readonly<Record<string, string>> = { clue: '案件来源', party: '当事人', project: '工程项目', discretion: '裁量', proposed: '拟处罚', correctiveOrder: '责令改正' };

/** Everything of a case that a remark may be made on: its own fields, and the fields of the papers still being drafted. */
export function remarkGroups(file: CaseFile): readonly RemarkGroup[] {
  const groups = new Map<string, { path: string; label: string }[]>();
  for (const path of FIELD_PATHS) {
    const label = GROUP_LABELS[path.split('.')[0] ?? ''] ?? '事实与定性';
    groups.set(label, [...(groups.get(label) ?? []), { path, label: pathLabel(path) }]);
  }
  const drafts = file.documents.filter((document) => document.status === 'draft').map((document): RemarkGroup => ({
    label: documentLabel(file, document.id),
    fields: definitionOf(document.code).fields.map((field) => ({ path: `${document.id}#${field.key}`, label: field.label })),
  }));
  return [...[...groups].map(([label, fields]) => ({ label, fields })), ...drafts];
}

/** Filled in remarks only. */
export function writtenRemarks(remarks: readonly Remark[]): Remark[] {
  return remarks.filter((remark) => remark.path !== '' && remark.text.trim() !== '').map((remark) => ({ path: remark.path, text: remark.text.trim() }));
}

/** The opinion that sent the case back, while the case lies where it was sent; `null` once it went on. */
export function returningApproval(file: Pick<CaseFile, 'returned' | 'approvals'>): Approval | null {
  const { returned } = file;
  if (returned === undefined) return null;
  return file.approvals.findLast((approval) => approval.event === returned.event && approval.at === returned.at) ?? null;
}

/** What stands at a field of the case, in the words of who sent it back. */
export function remarkAt(file: Pick<CaseFile, 'returned' | 'approvals'>, path: string): { readonly by: string; readonly text: string } | null {
  const approval = returningApproval(file);
  const found = approval?.remarks?.find((remark) => remark.path === path);
  return approval === null || found === undefined ? null : { by: approval.officerName, text: found.text };
}

/** Where a remark's field is: on the case's page, or in a document. */
export interface RemarkPlace {
  readonly label: string;
  /** `null` for a field of the case. */
  readonly documentId: string | null;
}

export function placeOf(file: CaseFile, path: string): RemarkPlace {
  const [documentId, key] = path.split('#');
  if (key === undefined || documentId === undefined) return { label: pathLabel(path), documentId: null };
  const document = file.documents.find((each) => each.id === documentId);
  const field = document === undefined ? undefined : definitionOf(document.code).fields.find((each) => each.key === key);
  return { label: `${documentLabel(file, documentId)}：${field?.label ?? key}`, documentId };
}
