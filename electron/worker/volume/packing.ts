import { RETENTIONS } from '#shared/domain/case-file/archive.ts';
import { caseTitle, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { NumberedItem } from '#shared/domain/volume/arrange.ts';
import { catalogueXml } from '#shared/domain/volume/catalogue-xml.ts';
import { VOLUMES } from '#shared/domain/volume/profile.ts';
import { sha256Of } from '#worker/files/store.ts';
import type { PackedFile } from './package.ts';

export interface Original {
  readonly item: NumberedItem;
  readonly content: { readonly bytes: Uint8Array; readonly name: string } | null;
}

/** The files of an archive package: volumes, then every paper and original by its place in the catalogue, then the catalogue. */
export function packageFiles(file: CaseFile, by: { readonly authority: string; readonly officers: string }, items: readonly NumberedItem[], originals: readonly Original[], volumes: readonly PackedFile[]): readonly PackedFile[] {
  const packed = new Map(originals.flatMap(({ item, content }, index) => (content === null ? [] : [[item.id, { path: pathOf(item, index, content.name), bytes: content.bytes }] as const])));
  const identity = {
    authority: by.authority, caseNo: file.caseNo ?? '', title: caseTitle(file), year: (file.closedOn ?? file.registeredOn).slice(0, 4), archiveNo: file.archive?.archiveNo ?? '',
    retention: file.archive === undefined ? '' : RETENTIONS[file.archive.retention], filedOn: file.filedOn ?? '', closedOn: file.closedOn ?? '', officers: by.officers,
  };
  const xml = catalogueXml(identity, items, (item) => {
    const found = packed.get(item.id);
    return found === undefined ? [] : [{ path: found.path, sha256: sha256Of(found.bytes) }];
  });
  return [...volumes, ...packed.values(), { path: '案卷目录.xml', bytes: new TextEncoder().encode(xml) }];
}

/** `文书/正卷-003-行政处罚决定书.pdf`; characters a Windows file name cannot hold become `_`. */
function pathOf(item: NumberedItem, index: number, name: string): string {
  const folder = item.kind === 'document' ? '文书' : '原件';
  const safe = name.replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '_').slice(-80);
  return `${folder}/${VOLUMES[item.volume]}-${String(index + 1).padStart(3, '0')}-${safe}`;
}
