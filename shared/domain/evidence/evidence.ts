import type { Annotation } from './annotation.ts';
import type { CustodyEntry } from './custody.ts';

/** Kinds of evidence: Administrative Penalty Law (行政处罚法), art. 46. */
export const EVIDENCE_KINDS = {
  documentary: '书证',
  physical: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  testimony: '证人证言',
  statement: '当事人的陈述',
  appraisal: '鉴定意见',
  record: '勘验笔录、现场笔录',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;
export const EVIDENCE_KIND_KEYS = Object.keys(EVIDENCE_KINDS) as [EvidenceKind, ...EvidenceKind[]];

/** Where a statement comes from: out of the photo's own record (照片自带), or written by a person. */
export const ORIGINS = { photo: '照片自带', typed: '人工填写' } as const;
export type Origin = keyof typeof ORIGINS;
export const ORIGIN_KEYS = Object.keys(ORIGINS) as [Origin, ...Origin[]];

export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  /** What it proves; printed in the evidence list of report, notice and decision. */
  readonly proves: string;
  /** When and where it was taken: ISO instant, free text. */
  readonly takenAt: string;
  readonly takenPlace: string;
  readonly takenBy: string;
  /** The original file, addressed by its SHA-256 (hex); `null` for evidence held on paper only. */
  readonly file: EvidenceFile | null;
  readonly addedBy: string;
  readonly addedAt: string;
  /** Set once withdrawn; evidence is never deleted. */
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** What its kind asks for beside that, by key of `particularsOf`; absent where nothing was written. */
  readonly particulars?: Readonly<Record<string, string>>;
  /** Absent: typed. Becomes typed once a person changes the member. */
  readonly origin?: { readonly takenAt: Origin; readonly takenPlace: Origin };
  /** The 先行登记保存 or 查封、扣押 under which it is kept. */
  readonly measureId?: string | null;
  /** Notes beside the original, oldest first; never in the file, never deleted. */
  readonly annotations?: readonly Annotation[];
  /** What was done with it after it was added, oldest first. */
  readonly log?: readonly CustodyEntry[];
}

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
}
