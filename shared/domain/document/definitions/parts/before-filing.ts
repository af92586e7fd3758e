import type { FormRow } from '../../blocks.ts';
import type { DocumentData } from '../../definition.ts';
import { cell, label, row } from './draw.ts';
import { text } from './read.ts';

/** A record made out before the case was filed says so (domain notes §1.11, 2); records of older versions do not know. */
export function beforeFilingRows(data: DocumentData): readonly FormRow[] {
  const { filedOn } = data;
  const startedOn = text(data, 'startAt').slice(0, 10);
  if (typeof filedOn !== 'string' || startedOn === '' || (filedOn !== '' && startedOn >= filedOn)) return [];
  return [row(label('办理阶段'), cell('立案前核查', { span: 3 }))];
}
