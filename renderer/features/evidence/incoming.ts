import type { ImportedFile } from '#shared/contract/views.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence.ts';
import { instantOfLocal, localOfInstant } from './local-time.ts';

/** A piece of evidence being taken in: its file is already stored, its description is not yet complete. */
export interface IncomingEvidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly proves: string;
  /** `YYYY-MM-DDTHH:mm`, local. */
  readonly takenAt: string;
  readonly takenPlace: string;
  readonly takenBy: string;
  readonly file: ImportedFile | null;
}

export interface TakingContext {
  /** Local minute now. */
  readonly now: string;
  readonly place: string;
  readonly officerName: string;
}

/** Starts from what the file and the case tell: a photo's own time, the site, and who is signed in. */
export function startIncoming(id: string, file: ImportedFile | null, context: TakingContext): IncomingEvidence {
  return {
    id,
    kind: kindOf(file),
    title: file === null ? '' : file.name.replace(/\.[^.]{1,5}$/, ''),
    proves: '',
    takenAt: (file?.takenAt === null || file === null ? '' : localOfInstant(file.takenAt)) || context.now,
    takenPlace: context.place,
    takenBy: context.officerName,
    file,
  };
}

function kindOf(file: ImportedFile | null): EvidenceKind {
  if (file === null) return 'physical';
  return file.mime.startsWith('image/') ? 'audiovisual' : 'documentary';
}

export type IncomingErrors = Readonly<Partial<Record<'title' | 'proves' | 'takenAt' | 'takenBy', string>>>;

export function incomingErrors(item: IncomingEvidence, now: string): IncomingErrors {
  return {
    ...(item.title.trim() === '' ? { title: '请填写证据名称' } : {}),
    ...(item.proves.trim() === '' ? { proves: '请写明证明什么事实' } : {}),
    ...(item.takenAt === '' ? { takenAt: '请填写取得时间' } : {}),
    ...(item.takenAt > now ? { takenAt: '取得时间不能晚于现在' } : {}),
    ...(item.takenBy.trim() === '' ? { takenBy: '请填写取证人' } : {}),
  };
}

/** The payload of `evidence.add`. */
export function evidenceOf(item: IncomingEvidence): CommandPayload<'evidence.add'> {
  const { file } = item;
  return {
    evidence: {
      id: item.id,
      kind: item.kind,
      title: item.title.trim(),
      proves: item.proves.trim(),
      takenAt: instantOfLocal(item.takenAt),
      takenPlace: item.takenPlace.trim(),
      takenBy: item.takenBy.trim(),
      file: file === null ? null : { sha256: file.sha256, bytes: file.bytes, mime: file.mime, name: file.name },
    },
  };
}
