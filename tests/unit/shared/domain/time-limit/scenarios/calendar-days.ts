import type { LimitKey } from '#shared/domain/time-limit/limits.ts';

/** Limit, article, start, last day, the day counted before roll-forward (`null`: not moved), and why. */
export type CalendarDayScenario = readonly [key: LimitKey, article: string, start: string, due: string, rolledFrom: string | null, why: string];

const PAY = '行政处罚法第六十七条第三款';
const REVIEW = '行政复议法第二十条';
const SUIT = '行政诉讼法第四十六条';

/** Terms in calendar days, months and years, with and without roll-forward. */
export const CALENDAR_DAY_SCENARIOS: readonly CalendarDayScenario[] = [
  ['payment', PAY, '2026-04-02', '2026-04-17', null, 'a Friday'],
  ['payment', PAY, '2026-04-17', '2026-05-06', '2026-05-02', 'May holiday 1–5'],
  ['payment', PAY, '2026-02-01', '2026-02-24', '2026-02-16', 'Spring Festival 15–23'],
  ['payment', PAY, '2026-01-30', '2026-02-14', null, 'a make-up Saturday is a working day'],
  ['payment', PAY, '2026-03-13', '2026-03-30', '2026-03-28', 'Saturday to Monday'],
  ['payment', PAY, '2026-09-10', '2026-09-28', '2026-09-25', 'Mid-Autumn 25–27'],
  ['payment', PAY, '2026-09-20', '2026-10-08', '2026-10-05', 'National Day 1–7'],
  ['payment', PAY, '2026-09-25', '2026-10-10', null, 'a make-up Saturday'],
  ['payment', PAY, '2024-01-20', '2024-02-04', null, 'a make-up Sunday'],
  ['payment', PAY, '2024-01-27', '2024-02-18', '2024-02-11', 'festival to the make-up Sunday'],
  ['payment', PAY, '2024-02-14', '2024-02-29', null, 'the leap day'],
  ['payment', PAY, '2024-03-21', '2024-04-07', '2024-04-05', 'Qingming to the make-up Sunday'],
  ['payment', PAY, '2024-04-17', '2024-05-06', '2024-05-02', 'May holiday 1–5'],
  ['payment', PAY, '2024-09-01', '2024-09-18', '2024-09-16', 'Mid-Autumn 15–17'],
  ['payment', PAY, '2024-12-17', '2025-01-02', '2025-01-01', 'New Year over the year end'],
  ['payment', PAY, '2025-01-15', '2025-02-05', '2025-01-30', 'Spring Festival to 4 February'],
  ['payment', PAY, '2025-05-18', '2025-06-03', '2025-06-02', 'Dragon Boat to 2 June'],
  ['payment', PAY, '2025-09-18', '2025-10-09', '2025-10-03', 'holiday 1–8 October'],
  ['payment', PAY, '2025-12-18', '2026-01-04', '2026-01-02', 'New Year 1–3 to the make-up Sunday'],
  ['reconsideration', REVIEW, '2026-04-02', '2026-06-01', null, '28 days of April, 31 of May, 1 June'],
  ['reconsideration', REVIEW, '2026-08-03', '2026-10-08', '2026-10-02', '28 of August, 30, 2 October'],
  ['reconsideration', REVIEW, '2025-12-03', '2026-02-02', '2026-02-01', '28 of December, 31, 1 February a Sunday'],
  ['reconsideration', REVIEW, '2024-01-01', '2024-03-01', null, '30 of January, 29 of a leap February, 1 March'],
  ['reconsideration', REVIEW, '2025-01-01', '2025-03-03', '2025-03-02', '30, 28, 2 March a Sunday'],
  ['reconsideration', REVIEW, '2024-12-02', '2025-02-05', '2025-01-31', '29 of December, 31: Spring Festival'],
  ['suit', SUIT, '2026-04-02', '2026-10-08', '2026-10-02', 'National Day'],
  ['suit', SUIT, '2025-08-31', '2026-02-28', null, 'no 31 February; the 28th is a make-up Saturday'],
  ['suit', SUIT, '2024-08-30', '2025-02-28', null, 'no 30 February'],
  ['suit', SUIT, '2023-08-31', '2024-02-29', null, 'the leap day ends the month'],
  ['suit', SUIT, '2025-11-01', '2026-05-06', '2026-05-01', 'May holiday'],
  ['suit', SUIT, '2024-07-28', '2025-02-05', '2025-01-28', 'Spring Festival'],
  ['suit', SUIT, '2025-09-21', '2026-03-23', '2026-03-21', 'Saturday to Monday'],
  ['suitAfterReconsideration', '行政诉讼法第四十五条', '2026-06-04', '2026-06-22', '2026-06-19', 'Dragon Boat 19–21'],
  ['suitAfterReconsideration', '行政诉讼法第四十五条', '2025-04-20', '2025-05-06', '2025-05-05', 'May holiday'],
  ['answerSuit', '行政诉讼法第六十七条', '2026-04-20', '2026-05-06', '2026-05-05', 'May holiday'],
  ['answerSuit', '行政诉讼法第六十七条', '2024-05-26', '2024-06-11', '2024-06-10', 'Dragon Boat'],
  ['answerSuit', '行政诉讼法第六十七条', '2026-07-06', '2026-07-21', null, 'a Tuesday'],
  ['publicationService', '民事诉讼法第九十五条', '2026-01-31', '2026-03-02', null, '28 of February, 2 March'],
  ['publicationService', '民事诉讼法第九十五条', '2024-01-31', '2024-03-01', null, '29 of a leap February, 1 March'],
  ['publicationService', '民事诉讼法第九十五条', '2025-12-15', '2026-01-14', null, '16 of December, 14 January'],
  ['archiving', '档案管理规定', '2026-04-01', '2026-05-01', null, 'an internal target does not roll'],
  ['majorReport', '重大行政处罚备案规定', '2026-09-18', '2026-10-03', null, 'an internal target does not roll'],
  ['surchargeStart', '行政处罚法第七十二条', '2026-05-06', '2026-05-07', null, 'the day after the last day to pay'],
  ['surchargeCap', '行政处罚法第七十二条', '2026-05-06', '2026-06-09', null, '33 days make 99 %, the 34th reaches the fine'],
  ['surchargeCap', '行政处罚法第七十二条', '2024-02-18', '2024-03-23', null, '11 of a leap February, 23 March'],
  ['transferDecision', '行政执法机关移送涉嫌犯罪案件的规定第五条', '2026-09-30', '2026-10-03', null, 'three days as days: the holiday counts'],
  ['policeDecision', '行政执法机关移送涉嫌犯罪案件的规定第八条', '2026-02-13', '2026-02-16', null, 'the festival counts'],
  ['policeReview', '行政执法机关移送涉嫌犯罪案件的规定第九条', '2025-01-27', '2025-01-30', null, 'the festival counts'],
  ['itemsHandOver', '行政执法机关移送涉嫌犯罪案件的规定第十二条', '2026-12-30', '2027-01-02', null, 'days need no calendar'],
  ['reconsiderationDecision', '行政复议法第六十二条', '2026-01-05', '2026-03-06', null, '26, 28, 6 March'],
  ['reconsiderationSimple', '行政复议法第六十二条', '2026-01-30', '2026-03-01', null, '1, 28, 1 March'],
  ['prosecution', '行政处罚法第三十六条', '2024-02-29', '2026-02-28', null, 'no 29 February in 2026'],
  ['prosecution', '行政处罚法第三十六条', '2022-11-23', '2024-11-23', null, 'a Saturday: limitation does not roll'],
  ['court', '行政强制法第五十三条', '2025-11-30', '2026-02-28', null, 'no 30 February'],
  ['court', '行政强制法第五十三条', '2024-11-30', '2025-02-28', null, 'no 30 February'],
  ['court', '行政强制法第五十三条', '2026-10-02', '2027-01-02', null, 'the safe side: no roll'],
  ['courtOpens', '行政强制法第五十三条', '2026-03-06', '2026-09-07', '2026-09-06', 'Sunday to Monday'],
];

/** Terms in hours: limit, article, start minute, last minute. */
export const HOUR_SCENARIOS: readonly (readonly [key: LimitKey, article: string, start: string, due: string])[] = [
  ['transferMove', '行政执法机关移送涉嫌犯罪案件的规定第五条', '2026-03-11T16:30', '2026-03-12T16:30'],
  ['transferMove', '行政执法机关移送涉嫌犯罪案件的规定第五条', '2026-12-31T23:10', '2027-01-01T23:10'],
  ['transferMove', '行政执法机关移送涉嫌犯罪案件的规定第五条', '2024-02-28T08:00', '2024-02-29T08:00'],
  ['sealingReport', '行政强制法第十九条', '2026-02-14T09:00', '2026-02-15T09:00'],
];

/** Beyond the maintained years: limit, start, the last day where it still can be counted, or the year that is missing. */
export const EDGE_SCENARIOS: readonly (readonly [key: LimitKey, article: string, start: string, due: string | number, why: string])[] = [
  ['defence', '行政处罚法第四十五条', '2026-12-24', '2026-12-31', '25 28 29 30 31 December'],
  ['defence', '行政处罚法第四十五条', '2026-12-25', 2027, 'only 28 29 30 31 are left'],
  ['defence', '行政处罚法第四十五条', '2023-12-29', 2023, 'a year before the first one'],
  ['service', '行政处罚法第六十一条', '2026-12-22', '2026-12-31', '23 24 25 28 29 30 31'],
  ['service', '行政处罚法第六十一条', '2026-12-23', 2027, 'six days are left'],
  ['closing', '住房和城乡建设行政处罚程序规定', '2026-12-10', '2026-12-31', '11, 14–18, 21–25, 28–31'],
  ['closing', '住房和城乡建设行政处罚程序规定', '2026-12-11', 2027, 'fourteen days are left'],
  ['demand', '行政强制法第五十四条、第六十九条', '2026-12-17', '2026-12-31', '18, 21–25, 28–31'],
  ['demand', '行政强制法第五十四条、第六十九条', '2026-12-18', 2027, 'nine days are left'],
];
