import type { CaseFile } from '#shared/domain/case-file/case-file.ts';

/** Members of a body that figures are counted from. */
const COUNTED = ['violationId', 'officerIds', 'filedOn', 'decidedOn', 'closedOn', 'stageSince', 'noPenaltyGround', 'decided', 'payments'];

/**
 * The part of a case that its figures are counted from, under the same names: the trigger need not read the whole body.
 * Its revision makes each another text than the one before. `null` where the body itself must be read: `json` stores an
 * escaped NUL that no text of PostgreSQL can hold.
 */
export function countedPart(file: CaseFile): string | null {
  const members: Readonly<Record<string, unknown>> = { ...file };
  const part = { rev: file.rev, clue: { source: file.clue.source }, ...Object.fromEntries(COUNTED.map((name) => [name, members[name]])) };
  const text = JSON.stringify(part);
  return text.includes('\\u0000') ? null : text;
}
