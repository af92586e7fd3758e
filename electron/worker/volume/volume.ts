import type { TaskProgress } from '#shared/contract/views.ts';
import type { VolumePdf, VolumePlan, VolumeSheets } from '#shared/contract/volume-views.ts';
import { type CaseFile, caseTitle } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { leftOut, type NumberedItem } from '#shared/domain/volume/arrange.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { VOLUMES, type VolumeKey, type VolumeProfileKey } from '#shared/domain/volume/profile.ts';
import { type ScoreMarks, scoreVolume } from '#shared/domain/volume/score.ts';
import { failure, knownError } from '#worker/failure.ts';
import { sha256Of } from '#worker/files/store.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';
import type { Binding, BindingSheets } from './binding.ts';
import type { Contents, Counted } from './contents.ts';
import type { Part } from './merge.ts';
import { buildPackage, type PackedFile } from './package.ts';
import { packageFiles } from './packing.ts';

export interface VolumesOptions {
  readonly caseOf: (caseId: string) => CaseFile;
  readonly authority: () => string;
  readonly officerNames: (file: CaseFile) => string;
  readonly contents: Contents;
  /** Cover, catalogue and 备考表 as PDF/A-2b. */
  readonly binding: Binding;
  readonly typesetter: () => Typesetter;
  /** What a reviewer decided by hand in the self-score. */
  readonly marks: (caseId: string) => ScoreMarks;
  readonly progress: (task: TaskProgress) => void;
  /** ISO instant. */
  readonly now: () => string;
}

export interface Volumes {
  plan(caseId: string, profile: VolumeProfileKey): Promise<VolumePlan>;
  /** The sheets around the papers, for reading on the screen. */
  sheets(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumeSheets>;
  /** One volume whole: cover, catalogue, papers with page numbers and bookmarks, 备考表. */
  pdf(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumePdf>;
  /** 归档包: volumes, papers, originals, catalogue in XML and a manifest with a checksum of every kilobyte. */
  archive(caseId: string, profile: VolumeProfileKey): Promise<VolumePdf>;
}

type Report = (done: number, total: number) => void;

/** Puts the papers of a case together. Reads and merges only: what was issued is taken as it was issued. */
export function createVolumes(options: VolumesOptions): Volumes {
  const { contents } = options;

  async function plan(caseId: string, profile: VolumeProfileKey): Promise<VolumePlan> {
    const file = options.caseOf(caseId);
    const counted = await contents.count(file, profile);
    const missing = missingPapers(file);
    return { profile, ...counted, missing, score: scoreVolume(file, missing, options.marks(caseId)), leftOut: leftOut(file, profile).map((document) => DOCUMENT_NAMES[document.code]) };
  }

  function sheetsOf(file: CaseFile, all: readonly NumberedItem[], volume: VolumeKey): BindingSheets {
    const items = all.filter((item) => item.volume === volume);
    return options.binding.sheets(file, VOLUMES[volume], items, pagesOf(items));
  }

  async function sheets(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumeSheets> {
    const file = options.caseOf(caseId);
    return sheetsOf(file, (await contents.count(file, profile)).items, volume);
  }

  async function bind(file: CaseFile, all: readonly NumberedItem[], volume: VolumeKey, progress: Report): Promise<VolumePdf> {
    const items = all.filter((item) => item.volume === volume);
    const pages = pagesOf(items);
    const { cover, catalogue, notes } = sheetsOf(file, all, volume);
    const { mergeVolume } = await import('./merge.ts');
    const bytes = await mergeVolume({
      front: cover.bytes, frontTitle: '封面', parts: [plainPart('卷内文件目录', catalogue.bytes), ...(await contents.parts(file, items)), plainPart('卷内备考表', notes.bytes)],
      numbers: pages === 0 ? new Uint8Array() : options.typesetter().pageNumbers(pages), progress,
    });
    return { bytes, pages, sha256: sha256Of(bytes) };
  }

  /** Long work as a visible task, whatever becomes of it. */
  async function asTask<T>(taskId: string, label: string, work: (progress: Report) => Promise<T>): Promise<T> {
    const tell = (state: TaskProgress['state'], done: number, total: number | null, error: TaskProgress['error'] = null): void => { options.progress({ taskId, label, done, total, state, error }); };
    tell('running', 0, null);
    try {
      const result = await work((done, total) => { tell('running', done, total); });
      tell('done', 1, 1);
      return result;
    } catch (error) {
      tell('failed', 0, null, knownError(error) ?? { code: 'INTERNAL', message: `${label}没有完成，请重试；仍不行请联系系统管理员。` });
      throw error;
    }
  }

  async function pdf(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumePdf> {
    const file = options.caseOf(caseId);
    return asTask(`volume-${caseId}-${volume}`, `装订${VOLUMES[volume]}`, async (progress) => bind(file, complete(await contents.count(file, profile)), volume, progress));
  }

  async function archive(caseId: string, profile: VolumeProfileKey): Promise<VolumePdf> {
    const file = options.caseOf(caseId);
    return asTask(`archive-${caseId}`, '生成归档包', async (progress) => {
      const items = complete(await contents.count(file, profile));
      const volumes: PackedFile[] = [];
      for (const key of volumesIn(items)) volumes.push({ path: `${VOLUMES[key]}.pdf`, bytes: (await bind(file, items, key, progress)).bytes });
      const originals = [];
      for (const item of items) originals.push({ item, content: await contents.read(file, item) });
      const files = packageFiles(file, { authority: options.authority(), officers: options.officerNames(file) }, items, originals, volumes);
      const bytes = await buildPackage(files, caseTitle(file), options.now());
      return { bytes, pages: pagesOf(items), sha256: sha256Of(bytes) };
    });
  }

  return { plan, sheets, pdf, archive };
}

/** A volume with holes is not bound: what is not at hand must be fetched first. */
function complete({ items, absent }: Counted): readonly NumberedItem[] {
  if (absent.length > 0) throw failure('FILE_NOT_LOCAL', `有 ${String(absent.length)} 件材料不在本机（${absent.slice(0, 3).join('、')}${absent.length > 3 ? '等' : ''}），案卷没有生成。请联网后先“离线携卷”，再试一次。`);
  return items;
}

function volumesIn(items: readonly NumberedItem[]): readonly VolumeKey[] {
  return (Object.keys(VOLUMES) as VolumeKey[]).filter((key) => items.some((item) => item.volume === key));
}

function pagesOf(items: readonly NumberedItem[]): number {
  return items.reduce((total, item) => total + item.pages, 0);
}

function plainPart(title: string, bytes: Uint8Array): Part {
  return { title, section: '', mime: 'application/pdf', bytes, numbered: false };
}
