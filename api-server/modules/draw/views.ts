import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import type { DrawRow } from './draw-repository.ts';

export type DrawView = HttpOutput<'commitDraw'>;

export function toDraw(row: DrawRow): DrawView {
  return {
    id: row.id, planId: row.plan_id, planName: row.plan_name, planNo: row.plan_no, serial: row.serial, state: row.state, channel: row.channel, district: row.district as District, matterCodes: [...row.matter_codes],
    ratioPermille: row.ratio_permille, visitOn: row.visit_on, dueOn: row.due_on, potSize: row.pot_size, officerCount: row.officer_count, leftOutCount: row.left_out_count, drawnCount: row.drawn_count,
    snapshotHash: row.snapshot_hash, commitment: row.commitment, operatorId: row.operator_id, operatorName: row.operator_name, committedAt: row.committed_at.toISOString(),
    witness: witnessOf(row), sheetNo: row.sheet_no, drawnAt: instant(row.drawn_at), dispatchedAt: instant(row.dispatched_at), abandonedReason: row.abandoned_reason,
  };
}

function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

function witnessOf({ witness_id, witness_name, witness_role, witness_words, witnessed_at }: DrawRow): DrawView['witness'] {
  if (witness_id === null || witnessed_at === null) return null;
  return { officerId: witness_id, name: witness_name ?? '', role: witness_role ?? '', words: witness_words ?? '', at: witnessed_at.toISOString() };
}
