import type { Component, InjectionKey } from 'vue';
import { inject } from 'vue';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';

type EvidencePayload = CommandPayload<'evidence.add'>['evidence'];

/** What a file is said to show, where the file itself does not tell. */
export interface AboutFile {
  readonly title: string;
  readonly proves: string;
  readonly place: string;
  readonly officerName: string;
  /** Local minute now. */
  readonly now: string;
}

/** What the shell lends from the evidence feature: features do not know each other. */
export interface Exhibits {
  /** Checks and stores a file (encrypted), with its own time and place where it has them. Throws `AppFailure`. */
  readonly store: (file: File, about: AboutFile) => Promise<EvidencePayload>;
  /** A small picture; props `file` and `title`. */
  readonly Thumb: Component;
  /** Opens an exhibit over the window. */
  readonly view: (evidence: Evidence) => void;
}

export const EXHIBITS: InjectionKey<Exhibits> = Symbol('exhibits');

export function useExhibits(): Exhibits {
  const exhibits = inject(EXHIBITS);
  if (exhibits === undefined) throw new Error('no exhibits: mount the panel through app/InspectionView.vue');
  return exhibits;
}
