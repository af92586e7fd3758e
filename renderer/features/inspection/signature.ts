import { SIGNERS, type Signature, type Task } from '#shared/domain/task/task.ts';

/** A point of a stroke in CSS pixels; `pressure` 0–1, as pens give it (0.5 for a mouse). */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}
export type Stroke = readonly Point[];

/** One curved piece of a stroke: a quadratic Bézier between the middles of neighbouring points. */
export interface Piece {
  readonly from: Pick<Point, 'x' | 'y'>;
  readonly bend: Pick<Point, 'x' | 'y'>;
  readonly to: Pick<Point, 'x' | 'y'>;
  readonly width: number;
}

const THIN = 1.6;
const THICK = 4.6;
/** Points nearer than this are the trembling of a hand. */
const STILL = 1.2;

const middle = (a: Point, b: Point): Pick<Point, 'x' | 'y'> => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The stroke with the point at its end; what hardly moved is left out. */
export function withPoint(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1);
  return last !== undefined && apart(last, point) < STILL ? stroke : [...stroke, point];
}

/** Fast is thin, slow and firm is thick, as ink is. */
function widthAt(a: Point, b: Point): number {
  const slowness = Math.max(0, 1 - apart(a, b) / 40);
  return THIN + (THICK - THIN) * (0.65 * slowness + 0.35 * b.pressure);
}

/** The stroke as smooth pieces whose ends meet. A single touch is a dot. */
export function piecesOf(stroke: Stroke): readonly Piece[] {
  const [first] = stroke;
  if (first === undefined) return [];
  if (stroke.length === 1) return [{ from: first, bend: first, to: { x: first.x + 0.1, y: first.y }, width: THICK }];
  const pieces: Piece[] = [];
  let width = widthAt(first, stroke[1] ?? first);
  let from: Pick<Point, 'x' | 'y'> = first;
  stroke.slice(1).forEach((point, index) => {
    const before = stroke[index] ?? first;
    width = width * 0.7 + widthAt(before, point) * 0.3;
    const last = index === stroke.length - 2;
    const to = last ? point : middle(before, point);
    pieces.push({ from, bend: index === 0 ? middle(before, point) : before, to, width });
    from = to;
  });
  return pieces;
}

/** What the strokes cover, with a margin, inside the sheet; `null` while nothing is drawn. */
export function boundsOf(strokes: readonly Stroke[], sheet: { readonly width: number; readonly height: number }): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const margin = 12;
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const x = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const y = Math.max(0, Math.floor(Math.min(...ys) - margin));
  return { x, y, width: Math.min(sheet.width, Math.ceil(Math.max(...xs) + margin)) - x, height: Math.min(sheet.height, Math.ceil(Math.max(...ys) + margin)) - y };
}

/** Whether somebody wrote rather than touched by accident. */
export function isWritten(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((length, stroke) => length + stroke.slice(1).reduce((sum, point, index) => sum + apart(stroke[index] ?? point, point), 0), 0) >= 40;
}

export type Signer = Signature['signer'];

export interface SignerRow {
  readonly key: string;
  readonly signer: Signer;
  readonly label: string;
  /** Proposed name: the party's representative, the officer; empty where nobody is known. */
  readonly name: string;
  readonly signature: Signature | null;
  readonly required: boolean;
}

/** Who signs a visit, with what stands already. */
export function signerRows(task: Pick<Task, 'party' | 'signatures'>, officers: readonly string[]): readonly SignerRow[] {
  const of = (signer: Signer, name?: string): Signature | null => task.signatures.findLast((each) => each.signer === signer && (name === undefined || each.name === name)) ?? null;
  const person = task.party.kind === 'person' ? task.party.name : task.party.representative;
  return [
    { key: 'party', signer: 'party', label: SIGNERS.party, name: of('party')?.name ?? person, signature: of('party'), required: true },
    { key: 'witness', signer: 'witness', label: SIGNERS.witness, name: of('witness')?.name ?? '', signature: of('witness'), required: false },
    ...officers.map((name, index): SignerRow => ({ key: `officer-${index}`, signer: 'officer', label: SIGNERS.officer, name, signature: of('officer', name), required: false })),
    { key: 'recorder', signer: 'recorder', label: SIGNERS.recorder, name: of('recorder')?.name ?? officers.at(-1) ?? '', signature: of('recorder'), required: false },
  ];
}
