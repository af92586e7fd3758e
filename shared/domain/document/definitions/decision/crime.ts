import type { DocumentContext } from '../../definition.ts';
import { officersNamed } from '../parts/officers.ts';

/** What the papers of a transfer to the police take from the case (State Council Order 310). */
export function crimeFacts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const transfer = file.transfer?.kind === 'police' ? file.transfer : undefined;
  const letter = file.documents.findLast((document) => document.code === 'YSSX' && document.status === 'issued');
  return {
    receivingBody: transfer?.receivingBody ?? '',
    ground: transfer?.ground ?? '',
    materials: transfer?.materials ?? [],
    reportedOn: transfer?.reportedOn ?? '',
    decidedAt: transfer?.decidedAt ?? '',
    team: officersNamed(context, transfer?.teamOfficerIds ?? []),
    transferNo: letter?.docNo ?? '',
  };
}
