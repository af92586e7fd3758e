import type { EvidenceKind } from '#shared/domain/evidence/evidence.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Random } from '../random.ts';
import type { WorkDays } from '../work-days.ts';
import type { Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import type { Situation } from './texts.ts';
import type { Walk, WalkOptions } from './walk.ts';

/** What the steps of a case share. */
export interface Scene {
  readonly walk: Walk;
  readonly random: Random;
  readonly outline: Outline;
  readonly plan: Plan;
  readonly days: WorkDays;
  readonly situation: Situation;
  readonly context: WalkOptions['context'];
  readonly officer: Officer;
}

export function edit({ walk, officer }: Scene, values: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>): void {
  const changes = Object.entries(values).map(([path, to]) => ({ path, from: before[path] ?? null, to }));
  walk.act(officer, 'case.edit', { changes });
}

export function addEvidence({ walk, random, outline, officer }: Scene, kind: EvidenceKind, title: string, proves: string): void {
  const takenBy = outline.officers.map((one) => one.name).join('、');
  walk.act(officer, 'evidence.add', { evidence: { id: random.uuid(), kind, title, proves, takenAt: walk.now(), takenPlace: outline.project.address, takenBy, file: null } });
}

/** Hands a document over and proves it with a 送达回证. */
export function serve({ walk, random, outline, officer }: Scene, documentId: string): void {
  const unit = outline.party.kind !== 'person';
  const recipient = unit ? outline.party.representative : outline.party.name;
  walk.act(officer, 'document.serve', {
    service: {
      id: random.uuid(), documentId, method: 'direct', servedAt: walk.minute(), place: outline.party.address, recipient,
      recipientRelation: unit ? '法定代表人' : '本人', serverIds: outline.officers.map((one) => one.id), refusalReason: '', witness: '',
    },
  });
  walk.issue(officer, 'SDHZ', {}, documentId);
}

/** The whole fine paid at the bank today. */
export function receipt({ walk, random, officer }: Scene): void {
  const amountFen = walk.aggregate().file.decided?.fineFen ?? 0;
  if (amountFen > 0) walk.act(officer, 'payment.record', { payment: { id: random.uuid(), paidOn: walk.today(), amountFen, receiptNo: `演示${String(random.between(10_000_000, 99_999_999))}` } });
}
