import type { NumberedItem } from '../domain/volume/arrange.ts';
import type { MissingPaper } from '../domain/volume/missing.ts';
import type { VolumeProfileKey } from '../domain/volume/profile.ts';
import type { Score } from '../domain/volume/score.ts';

/** What a volume would hold, before it is bound. */
export interface VolumePlan {
  readonly profile: VolumeProfileKey;
  readonly items: readonly NumberedItem[];
  /** Titles whose file is not on this machine and could not be fetched. */
  readonly absent: readonly string[];
  readonly foreign: readonly ForeignPdf[];
  readonly missing: readonly MissingPaper[];
  readonly score: Score;
  /** Issued papers that the profile has no heading for. */
  readonly leftOut: readonly string[];
}

/** A file of another origin that is not PDF/A, or cannot be bound at all and is kept apart. */
export interface ForeignPdf {
  readonly itemId: string;
  readonly title: string;
  /** Why, in words for the officer. */
  readonly faults: readonly string[];
  /** Its pages stand in the volume. */
  readonly merged: boolean;
}

/** A bound volume or an archive package. */
export interface VolumePdf {
  readonly bytes: Uint8Array;
  /** Numbered pages. */
  readonly pages: number;
  readonly sha256: string;
}

export interface VolumeSheet {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Cover, catalogue and 备考表 as PDF, with the pages as counted now. */
export interface VolumeSheets {
  readonly cover: VolumeSheet;
  readonly catalogue: VolumeSheet;
  readonly notes: VolumeSheet;
}

/** A private note of the signed-in officer on a page of a volume: his own, on whatever desk he signs in at. */
export interface VolumeNote {
  readonly id: string;
  /** Item of the volume; empty for the volume as a whole. */
  readonly itemId: string;
  /** Page within the item, from 1. */
  readonly page: number;
  readonly text: string;
  readonly updatedAt: string;
}
