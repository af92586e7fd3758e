import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { StepField } from '#shared/domain/procedure/table.types.ts';
import { measureChoices, remedyChoices } from './standing.ts';
import type { StepValues } from './step-form.ts';

type Wanted = (values: StepValues) => boolean;

const changed: Wanted = (values) => values['result'] === 'changed';
const coercive: Wanted = (values) => values['kind'] === 'sealing' || values['kind'] === 'seizure';

/** Fields that only some answers ask for; the rest of the paper form stays away until then. */
const ASKED_WHEN: Partial<Readonly<Record<CaseEvent, Readonly<Record<string, Wanted>>>>> = {
  'end-remedy': { fineFen: changed, confiscationFen: changed },
  'change-decision': { fineFen: changed, confiscationFen: changed },
  'propose-measure': { powerClause: coercive, urgent: coercive, startedAt: (values) => coercive(values) && values['urgent'] === true },
  'summary-penalty': { spotGround: (values) => values['collection'] === 'spot' },
};

/** The fields a step asks for, as it is filled in so far. */
export function askedFields(event: CaseEvent, fields: readonly StepField[], values: StepValues): readonly StepField[] {
  const wanted = ASKED_WHEN[event] ?? {};
  return fields.filter((field) => wanted[field.key]?.(values) ?? true);
}

/** Where there is one measure or one remedy only, it is the one meant. */
export function onlyChoices(event: CaseEvent, fields: readonly StepField[], file: CaseFile): StepValues {
  return Object.fromEntries(fields.flatMap((field) => {
    const choices = field.kind === 'measure' ? measureChoices(file, event) : field.kind === 'remedy' ? remedyChoices(file) : [];
    const [only] = choices;
    return choices.length === 1 && only !== undefined ? [[field.key, only.id] as const] : [];
  }));
}
