import { definePageMemory } from '#renderer/composables/page-memory.ts';

export const useTaskMemory = definePageMemory('task-memory');
