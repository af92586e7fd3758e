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
}

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly name: string;
}
