import { definePageMemory } from '#renderer/composables/page-memory.ts';

export const useCaseListMemory = definePageMemory('case-list-memory');
