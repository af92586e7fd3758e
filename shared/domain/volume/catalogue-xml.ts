import type { NumberedItem } from './arrange.ts';
import { VOLUMES } from './profile.ts';

/** What identifies a volume in the archive. */
export interface VolumeIdentity {
  readonly authority: string;
  readonly caseNo: string;
  readonly title: string;
  readonly year: string;
  readonly archiveNo: string;
  readonly retention: string;
  readonly filedOn: string;
  readonly closedOn: string;
  readonly officers: string;
}

function escaped(value: string): string {
  // Characters that XML 1.0 cannot hold at all are dropped; they come from pasted text only.
  return value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/gu, (character) => `&#${String(character.codePointAt(0))};`);
}

function element(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

/** A file of the package that holds an item, with its hash. */
export interface PackedItem {
  readonly path: string;
  readonly sha256: string;
}

/**
 * 案卷目录.xml: one entry a paper, in the order of the volume, with page numbers and the file that holds it. The element
 * names follow the columns of the paper catalogue; the archive's own scheme (DA/T 46) is to be confirmed with the archive.
 */
export function catalogueXml(identity: VolumeIdentity, items: readonly NumberedItem[], packed: (item: NumberedItem) => readonly PackedItem[]): string {
  const head = [
    element('立卷单位', identity.authority), element('案号', identity.caseNo), element('案件名称', identity.title), element('年度', identity.year),
    element('归档号', identity.archiveNo), element('保管期限', identity.retention), element('立案日期', identity.filedOn), element('结案日期', identity.closedOn), element('承办人', identity.officers),
  ];
  const rows = items.map((item, index) => [
    `  <件 序号="${String(index + 1)}" 卷="${VOLUMES[item.volume]}">`,
    ...[element('类别', item.section), element('文号', item.docNo), element('责任者', item.author), element('题名', item.title), element('日期', item.on), element('页数', String(item.pages)), element('起始页', item.from === null ? '' : String(item.from)), element('终止页', item.to === null ? '' : String(item.to))].map((line) => `    ${line}`),
    ...packed(item).map((file) => `    <文件 路径="${escaped(file.path)}" SHA-256="${file.sha256}"/>`),
    '  </件>',
  ].join('\n'));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<案卷目录 版本="1">', ...head.map((line) => `  ${line}`), ...rows, '</案卷目录>', ''].join('\n');
}
