import type { Block, FormCell, Inline } from '#shared/domain/document/blocks.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';

function inlineText(item: Inline | Block): string {
  if (typeof item === 'string') return item;
  return 'kind' in item ? blockText(item) : item.text;
}

export function cellText(cell: FormCell): string {
  return cell.content.map(inlineText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph': return block.runs.map(inlineText).join('');
    case 'form': return block.rows.map((row) => row.cells.map(cellText).join(' | ')).join('\n');
    case 'table': return [block.columns.map((column) => column.title), ...block.rows].map((row) => row.join(' | ')).join('\n');
    case 'dialogue': return block.items.map((item) => `问：${item.question}\n答：${item.answer}`).join('\n');
    case 'signatures':
    case 'sheet-signatures': return block.items.map((item) => `${item.label}：${item.name ?? ''}`).join('\n');
    case 'seal': return `${block.authority}\n${block.date}`;
    case 'end-of-text': return '（以下空白）';
    case 'qr':
    case 'space': return '';
    default: return block.text;
  }
}

/** All the words a document prints, one block a line. */
export function printedText(context: DocumentContext): string {
  return typesetInput(context, { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks.map(blockText).join('\n');
}
