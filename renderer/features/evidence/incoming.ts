import type { ImportedFile } from '#shared/contract/views.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Evidence, EvidenceKind, Origin } from '#shared/domain/evidence/evidence.ts';
import { particularsOf } from '#shared/domain/evidence/particulars.ts';
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
  readonly particulars: Readonly<Record<string, string>>;
  readonly origin: { readonly takenAt: Origin; readonly takenPlace: Origin };
  readonly measureId: string | null;
  /** Key in the scanner's folder, where it came from there. */
  readonly scanKey: string | null;
}

export interface TakingContext {
  /** Local minute now. */
  readonly now: string;
  readonly place: string;
  readonly officerName: string;
}

/** Starts from what the file and the case tell: a photo's own time and position, the site, and who is signed in. */
export function startIncoming(id: string, file: ImportedFile | null, context: TakingContext, particulars: Readonly<Record<string, string>> = {}): IncomingEvidence {
  const ownTime = file === null || file.takenAt === null ? '' : localOfInstant(file.takenAt);
  const ownPlace = file?.takenPlace ?? '';
  return {
    id,
    kind: kindOf(file),
    title: file === null ? '' : file.name.replace(/\.[^.]{1,5}$/, ''),
    proves: '',
    takenAt: ownTime || context.now,
    takenPlace: ownPlace || context.place,
    takenBy: context.officerName,
    file,
    particulars,
    origin: { takenAt: ownTime === '' ? 'typed' : 'photo', takenPlace: ownPlace === '' ? 'typed' : 'photo' },
    measureId: null,
    scanKey: null,
  };
}

function kindOf(file: ImportedFile | null): EvidenceKind {
  if (file === null) return 'physical';
  if (file.mime === 'application/zip') return 'electronic';
  return file.mime === 'application/pdf' ? 'documentary' : 'audiovisual';
}

/** What a person writes over is no longer the photo's own word. */
export function changeIncoming(item: IncomingEvidence, part: Partial<IncomingEvidence>): IncomingEvidence {
  const origin = {
    takenAt: part.takenAt !== undefined && part.takenAt !== item.takenAt ? 'typed' as const : item.origin.takenAt,
    takenPlace: part.takenPlace !== undefined && part.takenPlace !== item.takenPlace ? 'typed' as const : item.origin.takenPlace,
  };
  return { ...item, ...part, origin };
}

/** The standing exhibit, or the earlier file of the same batch, that has the very same content. */
export function sameFile(item: IncomingEvidence, evidence: readonly Evidence[], batch: readonly IncomingEvidence[]): { readonly title: string; readonly evidenceId: string | null } | null {
  const sha256 = item.file?.sha256;
  if (sha256 === undefined) return null;
  const known = evidence.find((each) => each.withdrawn === null && each.file?.sha256 === sha256);
  if (known !== undefined) return { title: known.title, evidenceId: known.id };
  const earlier = batch.slice(0, batch.indexOf(item)).find((each) => each.file?.sha256 === sha256);
  return earlier === undefined ? null : { title: earlier.title, evidenceId: null };
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

/** The particulars of its kind that were written. */
export function writtenParticulars(item: Pick<IncomingEvidence, 'kind' | 'file' | 'particulars'>): Readonly<Record<string, string>> {
  const written = particularsOf(item).map(({ key }) => [key, (item.particulars[key] ?? '').trim()] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(written);
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
      particulars: { ...writtenParticulars(item) },
      origin: { ...item.origin },
      ...(item.measureId === null ? {} : { measureId: item.measureId }),
    },
  };
}
