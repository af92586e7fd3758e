import { Document, type FileChild, Packer } from 'docx';
import type { Block, TypesetInput } from '#shared/domain/document/blocks.ts';
import { type Body, FORM, LETTER } from './measures.ts';
import { dialogueLines, gap, headLine, paragraph, plainLine, sealLines, signatureLines } from './paragraphs.ts';
import { codePicture } from './picture.ts';
import { sheet } from './sheet.ts';
import { formTable, listTable, tableGap } from './tables.ts';

const DOCX_REMARK = 21;

interface Place {
  readonly beforeSeal: boolean;
  /** A title after the seal opens an annex (附件) on a sheet of its own. */
  readonly newSheet: boolean;
}

function drawn(block: Block, body: Body, place: Place): readonly FileChild[] {
  switch (block.kind) {
    case 'authority':
    case 'title':
    case 'number': return [headLine(block, body, place.newSheet)];
    case 'paragraph': return [paragraph(block, body, place.beforeSeal)];
    case 'form': return [formTable(block)];
    case 'table': return [listTable(block), tableGap()];
    case 'dialogue': return dialogueLines(block.items, body);
    case 'signatures': return signatureLines(block.items, body);
    case 'sheet-signatures': return [];
    case 'seal': return sealLines(block, body);
    case 'qr': return [codePicture(block.modules)];
    case 'end-of-text': return [plainLine('（以下空白）', body, { size: body.size, align: 'center' })];
    case 'remark': return [plainLine(block.text, body, { size: DOCX_REMARK, align: 'left' })];
    case 'space': return [gap(block.lines, body)];
  }
}

/** Tables that touch become one in Word: two grids of other columns are kept apart. */
function children(blocks: readonly Block[], body: Body): FileChild[] {
  const seal = blocks.findIndex((block) => block.kind === 'seal');
  const last = blocks.findLastIndex((block, index) => block.kind === 'paragraph' && index < seal);
  const annex = seal === -1 ? -1 : blocks.findIndex((block, index) => block.kind === 'title' && index > seal);
  return blocks.flatMap((block, index) => [
    ...(block.kind === 'form' && blocks[index - 1]?.kind === 'form' ? [tableGap()] : []),
    ...drawn(block, body, { beforeSeal: index === last, newSheet: index === annex }),
  ]);
}

/**
 * The document as a Word file (Office Open XML), from the same blocks and in the same measures as its PDF: to be worked on
 * outside, never the document that was issued.
 */
export async function docxOf(input: TypesetInput): Promise<Uint8Array> {
  const signatures = input.blocks.find((block) => block.kind === 'sheet-signatures')?.items ?? [];
  const document = new Document({
    title: input.title,
    creator: input.author,
    lastModifiedBy: input.author,
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...sheet(input, signatures), children: children(input.blocks, input.style === 'letter' ? LETTER : FORM) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
