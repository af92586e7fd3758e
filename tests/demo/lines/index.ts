import { playCourt } from './court.ts';
import { playHearing } from './hearing.ts';
import { playInspection } from './inspection.ts';
import type { Player } from './player.ts';
import { playSummary } from './summary.ts';
import { playTransfer } from './transfer.ts';

/** The side lines `npm run demo -- --line <name>` plays to their end. */
export const LINES: Readonly<Record<string, (player: Player) => Promise<void>>> = { summary: playSummary, hearing: playHearing, court: playCourt, transfer: playTransfer, inspection: playInspection };
