import type { Block, FormCell, Inline } from './blocks.ts';

/** What a document says, line by line as it is read: for comparing two papers. Rules and signature places are left out. */
export function plainLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOf).map((line) => line.trim()).filter((line) => line !== '');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'authority':
    case 'title':
    case 'number':
    case 'remark': return [block.text];
    case 'paragraph': return block.runs.map(inlineText).join('').split('\n');
    case 'form': return block.rows.map((row) => row.cells.map(cellText).join('　'));
    case 'table': return block.rows.map((row) => row.join('　'));
    case 'dialogue': return block.items.flatMap((item) => [`问：${item.question}`, `答：${item.answer}`]);
    case 'seal': return [block.authority, block.date];
    case 'signatures':
    case 'sheet-signatures':
    case 'qr':
    case 'end-of-text':
    case 'space': return [];
  }
}

function cellText(cell: FormCell): string {
  return cell.content.map((part) => (isBlock(part) ? linesOf(part).join('\n') : inlineText(part))).join('');
}

function isBlock(part: Inline | Block): part is Block {
  return typeof part !== 'string' && 'kind' in part;
}

function inlineText(part: Inline): string {
  return typeof part === 'string' ? part : part.text;
}
