/** A number the server must give: the case's own, or a document's (domain notes §2.4). */
export interface NumberRequest {
  readonly target: { readonly kind: 'case' } | { readonly kind: 'document'; readonly documentId: string };
  /** Counter key: one counter per series and year, gap-free. */
  readonly series: string;
  readonly year: number;
}
