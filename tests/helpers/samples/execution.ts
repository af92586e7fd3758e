import type { EXECUTION } from '#shared/domain/document/catalogue/execution.ts';
import type { Sample } from './sample.ts';

export const EXECUTION_SAMPLES: Readonly<Record<keyof typeof EXECUTION, Sample>> = {
  SDHZ: { values: {} },
};
