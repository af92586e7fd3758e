import Type from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';

/** The endpoints of the maintained calendar and of the board of deadlines; part of the table in `contract.ts`. */

const Channel = Type.String({ pattern: CHANNEL_KEY_PATTERN });
const Text = Type.String({ maxLength: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** A year in CSV has about 40 lines; the JSON of chinese-days for one year less than 8 KiB. */
const CalendarText = Type.String({ minLength: 1, maxLength: 40_000 });

const YearSchema = Type.Object({
  year: Type.Integer(),
  /** Weekdays off, and weekends worked. */
  holidays: Type.Integer(),
  workdays: Type.Integer(),
  /** `null`: came with the product. */
  publishedAt: Type.Union([Text, Type.Null()]),
  source: Text,
});
const DayRow = Type.Object({ date: Day, type: Type.Enum(['holiday', 'workday']), name: Text });
const WarningSchema = Type.Union([Type.Object({ lastOn: Type.Union([Day, Type.Null()]), workingDaysLeft: Type.Integer(), message: Text }), Type.Null()]);

export const CALENDAR_ENDPOINTS = {
  calendarYears: {
    method: 'GET', path: '/api/admin/calendar', access: 'admin', input: Type.Object({}),
    output: Type.Object({ years: Type.Array(YearSchema), warning: WarningSchema }),
    summary: 'Maintained years of the holiday calendar, and a warning before they run out',
  },
  previewCalendar: {
    method: 'POST', path: '/api/admin/calendar/preview', access: 'admin', input: Type.Object({ text: CalendarText }),
    output: Type.Object({ year: Type.Integer(), days: Type.Array(DayRow), replaces: Type.Boolean(), added: Type.Array(Day), removed: Type.Array(Day), changed: Type.Array(Day) }),
    summary: 'Reads a year without publishing it; a refusal lists every faulty row',
  },
  publishCalendar: {
    method: 'POST', path: '/api/admin/calendar/publish', access: 'admin',
    input: Type.Object({ text: CalendarText, source: Type.String({ minLength: 1, maxLength: 200 }) }),
    output: Type.Object({ year: Type.Integer(), years: Type.Array(Type.Integer()), recounted: Type.Integer() }),
    summary: 'Puts a year in force: desktops get it with the next pull, and open cases are counted anew',
  },
} as const;

export const DEADLINE_ENDPOINTS = {
  deadlineSummary: {
    method: 'GET', path: '/api/deadlines/summary', access: 'signed-in', input: Type.Object({}),
    output: Type.Object({
      today: Day,
      rows: Type.Array(Type.Object({
        district: Type.Enum([...DISTRICT_KEYS]), channel: Channel,
        overdue: Type.Integer(), today: Type.Integer(), soon: Type.Integer(), near: Type.Integer(), later: Type.Integer(),
      })),
    }),
    summary: 'How many open cases fall due in each column of the board, by district and channel, in the scope of the caller',
  },
} as const;
