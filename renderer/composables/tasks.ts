import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { on } from '#renderer/bridge/ipc.ts';
import type { TaskProgress } from '#shared/contract/views.ts';

/** How long a finished task stays in the tray. */
const DONE_STAYS_MS = 6000;
/** What is done sooner is not long work: the tray does not flicker with every sync. */
const SHOWN_AFTER_MS = 700;

/** Long work as visible tasks: sync, files, printing. Failed ones stay until a person puts them away. */
export const useTasks = defineStore('tasks', () => {
  const tasks = shallowRef<readonly TaskProgress[]>([]);
  const waiting = new Map<string, TaskProgress>();
  const running = computed(() => tasks.value.filter((task) => task.state === 'running'));
  const failed = computed(() => tasks.value.filter((task) => task.state === 'failed'));

  on('task.progress', show);

  function show(task: TaskProgress): void {
    const known = tasks.value.some((other) => other.taskId === task.taskId);
    if (known || task.state === 'failed') place(task, known);
    else if (task.state === 'running') wait(task);
    if (task.state !== 'running') waiting.delete(task.taskId);
  }

  function place(task: TaskProgress, known: boolean): void {
    tasks.value = known ? tasks.value.map((other) => (other.taskId === task.taskId ? task : other)) : [...tasks.value, task];
    if (task.state === 'done') setTimeout(() => { dismiss(task.taskId, 'done'); }, DONE_STAYS_MS);
  }

  function wait(task: TaskProgress): void {
    const first = !waiting.has(task.taskId);
    waiting.set(task.taskId, task);
    if (first) setTimeout(() => { reveal(task.taskId); }, SHOWN_AFTER_MS);
  }

  function reveal(taskId: string): void {
    const task = waiting.get(taskId);
    waiting.delete(taskId);
    if (task !== undefined) place(task, false);
  }

  function dismiss(taskId: string, onlyIn?: TaskProgress['state']): void {
    tasks.value = tasks.value.filter((task) => task.taskId !== taskId || (onlyIn !== undefined && task.state !== onlyIn));
  }

  return { tasks, running, failed, show, dismiss };
});
