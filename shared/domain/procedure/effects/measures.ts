import type { CaseFile } from '../../case-file/case-file.ts';
import { type ExclusionKind, type Measure, type MeasureItem, type MeasureKind, type MeasureOutcome } from '../../case-file/side-lines.ts';
import type { CaseEvent } from '../events.ts';
import { type Changes, type Effect, serialId, type StepInput, text, ticked } from './input.ts';

function itemsOf(input: StepInput): readonly MeasureItem[] {
  const rows = input.data['items'];
  return Array.isArray(rows) ? rows.map((row: MeasureItem) => ({ name: row.name, spec: row.spec, quantity: row.quantity, condition: row.condition })) : [];
}

function proposed(input: StepInput): Changes {
  const { file } = input;
  const measures = file.measures ?? [];
  const urgent = ticked(input, 'urgent');
  const measure: Measure = {
    id: serialId('measure', measures), kind: text(input, 'kind') as MeasureKind, reason: text(input, 'reason'), powerClause: text(input, 'powerClause'), items: itemsOf(input),
    place: text(input, 'place'), keeper: text(input, 'keeper'), ...(urgent ? { urgent } : {}), approvedOn: null, startedOn: urgent ? text(input, 'startedAt').slice(0, 10) : null,
    extendedDays: 0, settledOn: null, outcome: null,
  };
  return { measures: [...measures, measure] };
}

function named(file: CaseFile, id: string, change: (measure: Measure) => Measure): Changes {
  return { measures: (file.measures ?? []).map((measure) => (measure.id === id ? change(measure) : measure)) };
}

function settled(input: StepInput, outcome: MeasureOutcome): Changes {
  return named(input.file, text(input, 'measureId'), (measure) => ({ ...measure, settledOn: input.context.today, outcome }));
}

export const MEASURE_EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  'propose-measure': proposed,
  'approve-measure': (input) => named(input.file, text(input, 'measureId'), (measure) => ({ ...measure, approvedOn: input.context.today })),
  // What was sealed in urgency and is not approved is released at once (Administrative Coercion Law, art. 19).
  'refuse-measure': (input) => settled(input, 'released'),
  'extend-measure': (input) => named(input.file, text(input, 'measureId'), (measure) => ({ ...measure, extendedDays: Number(input.data['days']) })),
  'settle-measure': (input) => settled(input, text(input, 'outcome') as MeasureOutcome),
  'start-exclusion': (input) => ({ exclusions: [...(input.file.exclusions ?? []), { kind: text(input, 'kind') as ExclusionKind, from: text(input, 'from'), to: null }] }),
  'end-exclusion': (input) => ({
    exclusions: (input.file.exclusions ?? []).map((exclusion) => (exclusion.kind === text(input, 'kind') && exclusion.to === null ? { ...exclusion, to: text(input, 'to') } : exclusion)),
  }),
};
