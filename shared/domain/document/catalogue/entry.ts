/** What is fixed about a kind of document, whatever it says (domain notes §2.1). */
export interface CatalogueEntry {
  /** Number in the catalogue, e.g. `E5`. */
  readonly no: string;
  readonly name: string;
  /** `external`: served on the party, needs seal. */
  readonly direction: 'internal' | 'external';
  /** 文种代字 of its number series, or `null` for kinds without a number. */
  readonly series: string | null;
  readonly copies: number;
}

export type CataloguePart = Readonly<Record<string, CatalogueEntry>>;
