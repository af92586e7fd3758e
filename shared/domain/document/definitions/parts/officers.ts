import type { DocumentContext } from '../../definition.ts';

/** An officer as a document prints him. */
export interface PrintedOfficer {
  readonly name: string;
  readonly certificateNo: string;
}

/** 承办人 first, then 协办人. */
export function printedOfficers(context: DocumentContext): readonly PrintedOfficer[] {
  return officersNamed(context, context.file.officerIds);
}

/** Those who are known, in the order of the ids. */
export function officersNamed(context: DocumentContext, ids: readonly string[]): readonly PrintedOfficer[] {
  return ids.map((id) => context.officers.get(id))
    .flatMap((officer) => (officer === undefined ? [] : [{ name: officer.name, certificateNo: officer.certificateNo }]));
}

/** `张三（执法证号：…）、李四（执法证号：…）` */
export function withCertificates(officers: readonly PrintedOfficer[]): string {
  return officers.map((officer) => `${officer.name}（执法证号：${officer.certificateNo === '' ? '／' : officer.certificateNo}）`).join('、');
}

export function names(officers: readonly PrintedOfficer[]): string {
  return officers.map((officer) => officer.name).join('、');
}
