import type { INVESTIGATION } from '#shared/domain/document/catalogue/investigation.ts';
import type { Sample } from './sample.ts';

export const INVESTIGATION_SAMPLES: Readonly<Record<keyof typeof INVESTIGATION, Sample>> = {
  DCZJ: { values: {} },
};
