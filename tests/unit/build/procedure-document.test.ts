import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { procedureDocument } from '#build/procedure-document.ts';
import { STAGE_KEYS, STAGES } from '#shared/domain/procedure/stages.ts';

const committed = readFileSync(path.join(import.meta.dirname, '../../../docs/procedure.md'), 'utf8');

describe('docs/procedure.md', () => {
  it('is what the table says now; run `npm run docs:procedure` after a change', () => {
    expect(committed).toBe(procedureDocument());
  });

  it('names every stage, and an arrow into each but the first', () => {
    for (const stage of STAGE_KEYS) expect(committed).toContain(`state "${STAGES[stage]}" as ${stage}`);
    expect(STAGE_KEYS.filter((stage) => !committed.includes(`--> ${stage}`))).toEqual([]);
  });
});
