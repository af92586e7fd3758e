import type { Result } from '../../contract/result.ts';
import type { CommandContext } from '../case-file/apply.types.ts';
import type { AnyTaskCommand } from '../case-file/commands.ts';
import { refuse } from './step.ts';
import { accept, approve, assign, cancel, createTask, defer } from './steps-plan.ts';
import { extendOrder, handOver, lift, order, publish, recheck } from './steps-order.ts';
import { arrive, edit, finish, sign, unsign } from './steps-visit.ts';
import type { Task } from './task.ts';

/** The task after a command of its own, or why not. Schema and scope were checked. */
export function changeTask(task: Task | null, command: AnyTaskCommand, context: CommandContext): Result<Task> {
  if (task === null) return command.kind === 'task.create' ? createTask(command, context) : refuse('NOT_FOUND', '没有找到这项监管任务，请同步后重试。');
  switch (command.kind) {
    case 'task.create': return refuse('INVALID_INPUT', '这项监管任务已经登记，不能重复登记。');
    case 'task.assign': return assign(task, command.payload, context);
    case 'task.accept': return accept(task, command.payload, context);
    case 'task.defer': return defer(task, command.payload, context);
    case 'task.approve': return approve(task, command.payload, context);
    case 'task.cancel': return cancel(task, command.payload, context);
    case 'task.arrive': return arrive(task, command.payload, context);
    case 'task.edit': return edit(task, command.payload, context);
    case 'task.sign': return sign(task, command.payload, context);
    case 'task.unsign': return unsign(task, command.payload, context);
    case 'task.finish': return finish(task, command.payload, context);
    case 'task.order': return order(task, command.payload, context);
    case 'task.extend-order': return extendOrder(task, command.payload, context);
    case 'task.recheck': return recheck(task, command.payload, context);
    case 'task.lift': return lift(task, command.payload, context);
    case 'task.hand-over': return handOver(task, command.payload, context);
    case 'task.publish': return publish(task, command.payload, context);
  }
}

