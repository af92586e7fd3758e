import type { CaseFile } from '../../../case-file/case-file.ts';
import type { CaseEvent } from '../../../procedure/events.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import type { Block } from '../../blocks.ts';
import { longDate } from './dates.ts';
import { aligned, flush } from './draw.ts';

/** An opinion given in an approval, as a document prints it. */
export interface PrintedOpinion {
  readonly opinion: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** The latest opinion of one of the events; `usual` where the person approved without words. */
export function opinionOf(file: CaseFile, events: readonly CaseEvent[], usual: string): PrintedOpinion | null {
  const approval = file.approvals.findLast((entry) => events.includes(entry.event));
  if (approval === undefined) return null;
  return { opinion: approval.opinion.trim() === '' ? usual : approval.opinion, name: approval.officerName, on: shanghaiDay(approval.at) };
}

/** The content of an opinion cell: the words, then who and when; without an approval a place to write and sign. */
export function opinionBlocks(opinion: PrintedOpinion | null, typed = ''): readonly Block[] {
  const words = typed === '' ? (opinion?.opinion ?? '') : typed;
  const signature = opinion === null ? '签名：　　　　　　　　年　　月　　日' : `签名：${opinion.name}　　${longDate(opinion.on)}`;
  const lines = words.split(/\r?\n/u).filter((line) => line.trim() !== '').map((line) => flush(line.trim()));
  return [...(lines.length === 0 ? [flush('　')] : lines), aligned('right', signature)];
}
