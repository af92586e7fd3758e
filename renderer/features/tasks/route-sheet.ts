import { chineseDate } from '#shared/domain/time-limit/days.ts';
import type { Task } from '#shared/domain/task/task.ts';

/** A4 upright at 200 dots an inch. */
const WIDTH = 1654;
const HEIGHT = 2339;
const MARGIN = 130;
const QUALITY = 0.9;
const LINE = 44;
const TEXT = 30;
const FONT = '"Noto Serif SC", "Noto Serif CJK SC", FangSong, SimSun, serif';
const COLUMNS = [
  { title: '序', width: 70 }, { title: '地点', width: 430 }, { title: '被检查人、联系方式', width: 430 }, { title: '任务', width: 350 }, { title: '结果', width: 114 },
] as const;
const PAD = 10;

export interface SheetRow {
  readonly cells: readonly string[];
}

/** What the sheet says of each visit; the last column is left for the pen. */
export function sheetRows(tasks: readonly Task[], areas: (task: Task) => string): readonly SheetRow[] {
  return tasks.map((task, index) => ({
    cells: [
      String(index + 1), task.place === '' ? areas(task) : task.place,
      [task.party.name, [task.party.representative, task.party.phone].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join('\n'),
      [task.title, task.taskNo ?? '', `检查表 ${task.checklist.length} 项`].filter((part) => part !== '').join('\n'), '',
    ],
  }));
}

/** The text in lines no wider than `width`, as `measure` tells; Chinese breaks anywhere, a number or code only where it does not fit at all. */
export function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const part of paragraph.match(/[\w.-]+|[^\w.-]/gu) ?? []) {
      if (line !== '' && measure(line + part) > width) { lines.push(line); line = ''; }
      for (const character of part) {
        if (line !== '' && measure(line + character) > width) { lines.push(line); line = ''; }
        line += character;
      }
    }
    return [...lines, line];
  });
}

/** The sheet as pictures for the printer, a page each. */
export async function sheetPictures(title: { readonly officer: string; readonly day: string }, rows: readonly SheetRow[]): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  let rest = rows;
  while (rest.length > 0 || pages.length === 0) {
    const sheet = new OffscreenCanvas(WIDTH, HEIGHT);
    const drawn = drawPage(contextOf(sheet), title, rest, pages.length + 1);
    const blob = await sheet.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    pages.push(new Uint8Array(await blob.arrayBuffer()));
    if (drawn === 0) break;
    rest = rest.slice(drawn);
  }
  return pages;
}

function contextOf(sheet: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('no canvas to print from');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#000';
  context.strokeStyle = '#000';
  context.lineWidth = 2;
  context.textBaseline = 'middle';
  return context;
}

/** Draws as many rows as the page takes; answers how many. */
function drawPage(context: OffscreenCanvasRenderingContext2D, { officer, day }: { readonly officer: string; readonly day: string }, rows: readonly SheetRow[], page: number): number {
  context.textAlign = 'center';
  context.font = `600 48px ${FONT}`;
  context.fillText('检查路线单', WIDTH / 2, MARGIN + 30);
  context.font = `${TEXT}px ${FONT}`;
  context.fillText(`${officer}　${chineseDate(day)}　第 ${page} 页`, WIDTH / 2, MARGIN + 96);
  context.textAlign = 'left';
  let top = drawRow(context, COLUMNS.map((column) => column.title), MARGIN + 140);
  let drawn = 0;
  for (const row of rows) {
    if (drawn > 0 && top + heightOf(context, row.cells) > HEIGHT - MARGIN) break;
    top = drawRow(context, row.cells, top);
    drawn += 1;
  }
  return drawn;
}

function linesOf(context: OffscreenCanvasRenderingContext2D, text: string, column: number): readonly string[] {
  return wrapped(text, (COLUMNS[column]?.width ?? 0) - 2 * PAD, (part) => context.measureText(part).width);
}

function heightOf(context: OffscreenCanvasRenderingContext2D, cells: readonly string[]): number {
  return Math.max(...cells.map((text, column) => linesOf(context, text, column).length)) * LINE + 2 * PAD;
}

function drawRow(context: OffscreenCanvasRenderingContext2D, cells: readonly string[], top: number): number {
  const height = heightOf(context, cells);
  let left = MARGIN;
  for (const [column, text] of cells.entries()) {
    const width = COLUMNS[column]?.width ?? 0;
    context.strokeRect(left, top, width, height);
    for (const [index, line] of linesOf(context, text, column).entries()) context.fillText(line, left + PAD, top + PAD + LINE * (index + 0.5));
    left += width;
  }
  return top + height;
}
