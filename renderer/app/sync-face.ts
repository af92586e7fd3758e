import { shortTimeOf } from '#renderer/ui/format.ts';
import type { SyncState } from '#shared/contract/views.ts';

export interface SyncFace {
  readonly kind: 'good' | 'busy' | 'offline' | 'stuck' | 'failed';
  readonly text: string;
}

const PHASES: Readonly<Record<SyncState['phase'], string>> = {
  idle: '', connecting: '正在连接服务器', pulling: '正在接收', pushing: '正在上传修改', files: '正在传送附件', failed: '',
};

/** One sentence that is always true of the connection: what waits for a person first, then what runs, then how old the data are. */
export function syncFace(state: SyncState, today: string): SyncFace {
  const waiting = state.pending > 0 ? `，${state.pending} 项待上传` : '';
  if (!state.online) return { kind: 'offline', text: `离线${waiting}` };
  if (state.stuck > 0) return { kind: 'stuck', text: `${state.stuck} 项修改等您处理` };
  if (state.phase === 'failed') return { kind: 'failed', text: `同步没有完成${waiting}` };
  if (state.phase !== 'idle') return { kind: 'busy', text: `${PHASES[state.phase]}${progressOf(state)}` };
  if (state.pending > 0) return { kind: 'busy', text: `${state.pending} 项待上传` };
  if (state.lastSyncAt === null) return { kind: 'busy', text: '尚未同步' };
  return { kind: 'good', text: `已同步 ${shortTimeOf(state.lastSyncAt, today)}` };
}

/** ` 1,200 / 20,000` while pulling; empty where there is nothing to count. */
function progressOf(state: SyncState): string {
  if (state.phase !== 'pulling' || state.pulled === 0) return '';
  return state.pullTotal === null ? ` ${state.pulled} 条` : ` ${state.pulled} / ${state.pullTotal} 条`;
}
