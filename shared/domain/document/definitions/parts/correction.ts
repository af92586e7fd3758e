import type { CaseFile } from '../../../case-file/case-file.ts';
import { longDate } from './dates.ts';

/** What became of a corrective order (Administrative Penalty Law, art. 28); empty where none was served. */
export function correctionState(file: CaseFile): string {
  const order = file.correctiveOrder;
  if (order === null || order.servedOn === '') return '';
  const due = order.dueOn === '' ? '' : `，改正期限至${longDate(order.dueOn)}`;
  const served = `本机关于${longDate(order.servedOn)}向当事人送达责令改正通知书${due}。`;
  if (order.corrected === null || order.recheckedOn === '') return served;
  return `${served}经${longDate(order.recheckedOn)}复查，当事人${order.corrected ? '已按要求改正' : '逾期未改正'}。`;
}
