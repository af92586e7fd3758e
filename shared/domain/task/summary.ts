import type { CommandPayload } from '../case-file/commands.ts';
import { chineseDate } from '../time-limit/days.ts';
import type { TaskCommandKind } from './commands.ts';
import { ORDER_KINDS } from './order.ts';
import { INSPECTION_RESULTS, SIGNERS } from './task.ts';

/** What each command on a task does, in officers' words. */
export const TASK_SUMMARIES: { readonly [K in TaskCommandKind]: (payload: CommandPayload<K>) => string } = {
  'task.create': (payload) => `登记监管任务：${payload.title}`,
  'task.assign': (payload) => (payload.reason === '' ? '分派任务' : `改派任务，理由：${payload.reason}`),
  'task.accept': () => '接收任务',
  'task.defer': (payload) => `延期至${chineseDate(payload.to)}，理由：${payload.reason}`,
  'task.approve': () => '批准检查',
  'task.cancel': (payload) => `取消任务，理由：${payload.reason}`,
  'task.arrive': (payload) => `现场签到：${payload.place}`,
  'task.edit': () => '填写检查情况',
  'task.sign': (payload) => (payload.signature.evidenceId === null ? `登记${SIGNERS[payload.signature.signer]}拒签` : `${SIGNERS[payload.signature.signer]}签名`),
  'task.unsign': (payload) => `撤下签名，理由：${payload.reason}`,
  'task.finish': (payload) => `结束检查：${INSPECTION_RESULTS[payload.result]}`,
  'task.order': (payload) => `${ORDER_KINDS[payload.order.kind]}，限${chineseDate(payload.order.dueOn)}前改正`,
  'task.extend-order': (payload) => `延长改正期限至${chineseDate(payload.to)}`,
  'task.recheck': (payload) => (payload.findings.every((finding) => finding.outcome === 'done') ? '复查：全部改正' : '复查：未全部改正'),
  'task.lift': () => '批准复工',
  'task.hand-over': () => '移交立案',
  'task.publish': () => '公示检查结果',
};
