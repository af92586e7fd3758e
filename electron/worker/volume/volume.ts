import { PDFDocument } from '@cantoo/pdf-lib';
import type { VolumePlan } from '#shared/contract/views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { knownError } from '#worker/failure.ts';
import { arrange, leftOut, type NumberedItem, numberPages, type VolumeItem } from '#shared/domain/volume/arrange.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { VOLUMES, type VolumeKey, type VolumeProfileKey } from '#shared/domain/volume/profile.ts';
import { scoreVolume } from '#shared/domain/volume/score.ts';
import { sha256Of } from '#worker/files/store.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';
import type { Binding } from './binding.ts';
import { mergeVolume, type Part } from './merge.ts';
import { buildPackage, type PackedFile } from './package.ts';
import { packageFiles } from './packing.ts';

export interface VolumesOptions {
  readonly caseOf: (caseId: string) => CaseFile;
  readonly authority: () => string;
  readonly officerNames: (file: CaseFile) => string;
  /** Cover, catalogue and 备考表 as PDF/A-2b. */
  readonly binding: Binding;
  readonly typesetter: () => Typesetter;
  /** The PDF of an issued document. */
  readonly documentPdf: (documentId: string) => Promise<Uint8Array>;
  /** A stored file, from this machine or the server. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  readonly progress: (label: string, done: number, total: number) => void;
  /** ISO instant. */
  readonly now: () => string;
}

export interface VolumePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
}

export interface Volumes {
  plan(caseId: string, profile: VolumeProfileKey): Promise<VolumePlan>;
  /** One volume whole: cover, catalogue, papers with page numbers and bookmarks, 备考表. */
  pdf(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumePdf>;
  /** 归档包: volumes, papers, originals, catalogue in XML and a manifest with a checksum of every kilobyte. */
  archive(caseId: string, profile: VolumeProfileKey): Promise<Uint8Array>;
}

const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Puts the papers of a case together. Reads and merges only: what was issued is taken as it was issued. */
export function createVolumes(options: VolumesOptions): Volumes {
  const pageCounts = new Map<string, number>();

  async function bytesOf(file: CaseFile, item: VolumeItem): Promise<{ readonly bytes: Uint8Array; readonly mime: string; readonly name: string } | null> {
    if (item.kind === 'document') return { bytes: await options.documentPdf(item.id), mime: 'application/pdf', name: `${item.title}.pdf` };
    const original = evidenceOf(file, item)?.file ?? null;
    return original === null ? null : { bytes: await options.readFile(original.sha256), mime: original.mime, name: original.name };
  }

  /** Pages an item takes: an exhibit that is no paper is kept apart and takes none. */
  async function pagesOf(file: CaseFile, item: VolumeItem): Promise<number> {
    if (item.kind === 'document') {
      const known = file.documents.find((document) => document.id === item.id)?.pdf?.pages;
      return known ?? countPages(await options.documentPdf(item.id), item.id);
    }
    const original = evidenceOf(file, item)?.file ?? null;
    if (original === null) return 0;
    if (PICTURES.has(original.mime)) return 1;
    return original.mime === 'application/pdf' ? (pageCounts.get(original.sha256) ?? countPages(await options.readFile(original.sha256), original.sha256)) : 0;
  }

  async function countPages(bytes: Uint8Array, key: string): Promise<number> {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
    // An encrypted file cannot be merged: it is kept apart as an original.
    const pages = document.isEncrypted ? 0 : document.getPageCount();
    pageCounts.set(key, pages);
    return pages;
  }

  async function numbered(file: CaseFile, profile: VolumeProfileKey): Promise<{ readonly items: readonly NumberedItem[]; readonly absent: readonly string[] }> {
    const counts = new Map<string, number>();
    const absent: string[] = [];
    const items = arrange(file, profile, options.authority());
    for (const item of items) {
      counts.set(item.id, await pagesOf(file, item).catch((error: unknown) => {
        if (knownError(error) === null) throw error;
        absent.push(item.title);
        return 0;
      }));
    }
    return { items: numberPages(items, (item) => counts.get(item.id) ?? 0), absent };
  }

  async function plan(caseId: string, profile: VolumeProfileKey): Promise<VolumePlan> {
    const file = options.caseOf(caseId);
    const { items, absent } = await numbered(file, profile);
    const missing = missingPapers(file);
    return { profile, items, absent, missing, score: scoreVolume(file, missing), leftOut: leftOut(file, profile).map((document) => DOCUMENT_NAMES[document.code]) };
  }

  async function partsOf(file: CaseFile, items: readonly NumberedItem[]): Promise<readonly Part[]> {
    const parts: Part[] = [];
    for (const item of items.filter((each) => each.pages > 0)) {
      const content = await bytesOf(file, item);
      if (content !== null) parts.push({ title: item.title, section: item.section, mime: content.mime as Part['mime'], bytes: content.bytes, numbered: true });
    }
    return parts;
  }

  async function bind(file: CaseFile, all: readonly NumberedItem[], volume: VolumeKey): Promise<VolumePdf> {
    const items = all.filter((item) => item.volume === volume);
    const pages = items.reduce((total, item) => total + item.pages, 0);
    const sheets = options.binding.sheets(file, VOLUMES[volume], items, pages);
    const catalogue: Part = { title: '卷内文件目录', section: '', mime: 'application/pdf', bytes: sheets.catalogue, numbered: false };
    const notes: Part = { title: '卷内备考表', section: '', mime: 'application/pdf', bytes: sheets.notes, numbered: false };
    const parts = [catalogue, ...(await partsOf(file, items)), notes];
    const bytes = await mergeVolume({
      front: sheets.cover, frontTitle: '封面', parts, numbers: pages === 0 ? new Uint8Array() : options.typesetter().pageNumbers(pages),
      progress: (done, total) => options.progress(`装订${VOLUMES[volume]}`, done, total),
    });
    return { bytes, pages, sha256: sha256Of(bytes) };
  }

  async function pdf(caseId: string, profile: VolumeProfileKey, volume: VolumeKey): Promise<VolumePdf> {
    const file = options.caseOf(caseId);
    return bind(file, (await numbered(file, profile)).items, volume);
  }

  async function archive(caseId: string, profile: VolumeProfileKey): Promise<Uint8Array> {
    const file = options.caseOf(caseId);
    const { items } = await numbered(file, profile);
    const volumes: PackedFile[] = [];
    for (const key of (Object.keys(VOLUMES) as VolumeKey[]).filter((each) => items.some((item) => item.volume === each))) {
      volumes.push({ path: `${VOLUMES[key]}.pdf`, bytes: (await bind(file, items, key)).bytes });
    }
    const originals = await Promise.all(items.map(async (item) => ({ item, content: await bytesOf(file, item) })));
    const files = packageFiles(file, { authority: options.authority(), officers: options.officerNames(file) }, items, originals, volumes);
    return buildPackage(files, options.binding.title(file), options.now());
  }

  return { plan, pdf, archive };
}

function evidenceOf(file: CaseFile, item: VolumeItem): Evidence | undefined {
  return file.evidence.find((evidence) => evidence.id === item.id);
}
