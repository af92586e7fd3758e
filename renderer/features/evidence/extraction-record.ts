import { fileSize } from '#shared/domain/document/definitions/parts/files.ts';
import { lineOf } from '#shared/domain/document/definitions/parts/typed.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';

const FROM_PARTICULARS = ['device', 'path', 'tool', 'timeSource'] as const;

/** Whether the record of extraction (电子数据提取笔录) can be made out for it. */
export function isExtracted(evidence: Evidence): boolean {
  return evidence.kind === 'electronic' && evidence.file !== null && evidence.withdrawn === null;
}

/** First values of the record: this file with the hash it was registered with, and what is known of its extraction. */
export function extractionValues(evidence: Evidence): Record<string, unknown> {
  const known = FROM_PARTICULARS.map((key) => [key, evidence.particulars?.[key] ?? ''] as const).filter(([, value]) => value !== '');
  const { file } = evidence;
  return {
    ...Object.fromEntries(known),
    ...(evidence.takenPlace === '' ? {} : { place: evidence.takenPlace }),
    files: file === null ? [] : [lineOf(file.name, evidence.title, fileSize(file.bytes), file.sha256)],
  };
}
