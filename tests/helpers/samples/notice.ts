import type { NOTICE } from '#shared/domain/document/catalogue/notice.ts';
import type { Sample } from './sample.ts';

export const NOTICE_SAMPLES: Readonly<Record<keyof typeof NOTICE, Sample>> = {
  GZS: { values: {} },
};
