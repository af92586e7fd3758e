import type { FILING } from '#shared/domain/document/catalogue/filing.ts';
import type { Sample } from './sample.ts';

export const FILING_SAMPLES: Readonly<Record<keyof typeof FILING, Sample>> = {
  LASP: { values: {} },
};
