import { ElMessage } from 'element-plus';
import 'element-plus/es/components/message/style/css';
import type { AppError } from '#shared/contract/result.ts';

/** Short notices that pass by themselves, at the foot of the window where they cover no button. What a person must act on stands in the page instead. */
const PLACE = { placement: 'bottom', grouping: true } as const;

export const notify = {
  done(message: string): void {
    ElMessage({ message, type: 'success', duration: 2500, ...PLACE });
  },
  info(message: string): void {
    ElMessage({ message, type: 'info', duration: 4000, ...PLACE });
  },
  /** A refusal outside any form: message and the article it rests on. */
  refused(error: AppError): void {
    const message = error.article === undefined ? error.message : `${error.message}（依据：${error.article}）`;
    ElMessage({ message, type: 'error', duration: 8000, showClose: true, ...PLACE });
  },
};
