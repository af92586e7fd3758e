import type { DECISION } from '#shared/domain/document/catalogue/decision.ts';
import type { Sample } from './sample.ts';

export const DECISION_SAMPLES: Readonly<Record<keyof typeof DECISION, Sample>> = {
  FZSH: { values: {} },
  CFJD: { values: {} },
};
