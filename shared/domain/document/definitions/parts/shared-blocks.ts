import type { Penalty } from '../../../case-file/case-file.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentData } from '../../definition.ts';
import { projectText } from './case-facts.ts';
import { numbered, paragraph, paragraphs } from './draw.ts';
import { penaltyItems } from './penalty.ts';
import { evidenceItems, type PrintedEvidence } from './evidence.ts';
import { list, record, sentence, text } from './read.ts';

/** Parts that notice and decision word alike, so that the decision rests on what was notified. */
export function factBlocks(data: DocumentData): readonly Block[] {
  const project = projectText(data);
  return [...paragraphs(sentence(text(data, 'facts')) || '／'), ...(project === '' ? [] : [paragraph(`涉案工程：${project}。`)])];
}

export function evidenceBlocks(data: DocumentData, lead: string): readonly Block[] {
  const items = evidenceItems(list<PrintedEvidence>(data, 'evidence'));
  return [paragraph(lead), ...(items.length === 0 ? [paragraph('／')] : numbered(items))];
}

export function natureBlocks(data: DocumentData): readonly Block[] {
  const nature = text(data, 'nature').replace(/^本机关认为[，,]?/u, '');
  return nature === '' ? [] : paragraphs(`本机关认为，${sentence(nature)}`);
}

/** One penalty as a sentence, several as a numbered list. */
export function penaltyBlocks(data: DocumentData): readonly Block[] {
  const penalty = record<Penalty>(data, 'penalty');
  const items = penalty === null ? [] : penaltyItems(penalty);
  const ends = items.map((item, index) => `${item}${index === items.length - 1 ? '。' : '；'}`);
  if (ends.length > 1) return numbered(ends);
  return [paragraph(ends[0] ?? '／')];
}
