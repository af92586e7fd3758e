import type { ForeignPdf } from '#shared/contract/volume-views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import { arrange, type NumberedItem, numberPages, type VolumeItem } from '#shared/domain/volume/arrange.ts';
import type { VolumeProfileKey } from '#shared/domain/volume/profile.ts';
import { failure, knownError } from '#worker/failure.ts';
import type { Part } from './merge.ts';
import type { PdfFacts } from './source.ts';

export interface ContentsOptions {
  readonly authority: () => string;
  /** The PDF of an issued document. */
  readonly documentPdf: (documentId: string) => Promise<Uint8Array>;
  /** A stored file, from this machine or the server. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  /** Whether a stored file can be read now: it is on this machine, or the server can be asked. */
  readonly available: (sha256: string) => boolean;
  /** What is known of PDFs looked at before, by hash. */
  readonly facts: { find(sha256: string): PdfFacts | null; put(sha256: string, facts: PdfFacts): void };
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly name: string;
}

/** The items of a profile with their page numbers, what of them is not at hand, and what is not PDF/A or stays apart. */
export interface Counted {
  readonly items: readonly NumberedItem[];
  readonly absent: readonly string[];
  readonly foreign: readonly ForeignPdf[];
}

export interface Contents {
  count(file: CaseFile, profile: VolumeProfileKey): Promise<Counted>;
  /** `null`: an exhibit without a file. */
  read(file: CaseFile, item: VolumeItem): Promise<Content | null>;
  /** What is bound of these items, in their order. */
  parts(file: CaseFile, items: readonly NumberedItem[]): Promise<readonly Part[]>;
}

const MOUNTED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);
const APART: PdfFacts = { pages: 0, faults: ['这种文件不能并入案卷，另存原件'] };
const MOUNTED_FACTS: PdfFacts = { pages: 1, faults: [] };

/** Reads what a volume is made of: papers as they were issued, exhibits as they were handed in. */
export function createContents(options: ContentsOptions): Contents {
  async function factsOf(file: CaseFile, item: VolumeItem): Promise<PdfFacts | 'absent'> {
    if (item.kind === 'document') return documentFacts(file, item);
    const original = originalOf(file, item);
    if (original === null) return { pages: 0, faults: [] };
    if (!options.available(original.sha256)) return 'absent';
    if (MOUNTED.has(original.mime)) return MOUNTED_FACTS;
    return original.mime === 'application/pdf' ? pdfFacts(original.sha256) : APART;
  }

  async function documentFacts(file: CaseFile, item: VolumeItem): Promise<PdfFacts> {
    const known = file.documents.find((document) => document.id === item.id)?.pdf?.pages;
    return { pages: known ?? await typesetPages(item.id), faults: [] };
  }

  /** An issued paper whose PDF has not been filed yet is typeset to be counted: once, for it does not change any more. */
  const typeset = new Map<string, Promise<number>>();

  function typesetPages(documentId: string): Promise<number> {
    const counting = typeset.get(documentId) ?? options.documentPdf(documentId).then(async (bytes) => (await inspect(bytes)).pages);
    typeset.set(documentId, counting);
    counting.catch(() => typeset.delete(documentId));
    return counting;
  }

  async function pdfFacts(sha256: string): Promise<PdfFacts> {
    const known = options.facts.find(sha256);
    if (known !== null) return known;
    const found = await inspect(await options.readFile(sha256));
    options.facts.put(sha256, found);
    return found;
  }

  async function count(file: CaseFile, profile: VolumeProfileKey): Promise<Counted> {
    const items = arrange(file, profile, options.authority());
    const pages = new Map<string, number>();
    const absent: string[] = [];
    const foreign: ForeignPdf[] = [];
    for (const item of items) {
      const facts = await factsOf(file, item).catch(unlessUnreadable);
      if (facts === 'absent') absent.push(item.title);
      else pages.set(item.id, facts.pages);
      if (facts !== 'absent' && facts.faults.length > 0) foreign.push({ itemId: item.id, title: item.title, faults: facts.faults, merged: facts.pages > 0 });
    }
    return { items: numberPages(items, (item) => pages.get(item.id) ?? 0), absent, foreign };
  }

  async function read(file: CaseFile, item: VolumeItem): Promise<Content | null> {
    if (item.kind === 'document') return { bytes: await options.documentPdf(item.id), mime: 'application/pdf', name: `${item.title}.pdf` };
    const original = originalOf(file, item);
    return original === null ? null : { bytes: await options.readFile(original.sha256), mime: original.mime, name: original.name };
  }

  async function parts(file: CaseFile, items: readonly NumberedItem[]): Promise<readonly Part[]> {
    const found: Part[] = [];
    for (const item of items.filter((each) => each.pages > 0)) {
      const content = await read(file, item).catch((error: unknown) => { throw named(item, error); });
      if (content !== null) found.push({ title: item.title, section: item.section, mime: content.mime as Part['mime'], bytes: content.bytes, numbered: true });
    }
    return found;
  }

  return { count, read, parts };
}

/** What opens PDFs is a quarter of the worker: loaded with the first one, and not before the officer can sign in. */
async function inspect(bytes: Uint8Array): Promise<PdfFacts> {
  const { inspectPdf } = await import('./source.ts');
  return inspectPdf(bytes);
}

function originalOf(file: CaseFile, item: VolumeItem): Evidence['file'] {
  return file.evidence.find((evidence) => evidence.id === item.id)?.file ?? null;
}

/** A file that cannot be had is named in the plan; a fault of the program is not hidden. */
function unlessUnreadable(error: unknown): 'absent' {
  if (knownError(error) === null) throw error;
  return 'absent';
}

/** Says which of a hundred papers it was. */
function named(item: VolumeItem, error: unknown): unknown {
  const known = knownError(error);
  return known === null ? error : failure(known.code, `“${item.title}”：${known.message}`, known.details);
}
