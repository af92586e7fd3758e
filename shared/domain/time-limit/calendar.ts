/** The maintained holiday calendar: exceptions to Monday–Friday, by year. */
export interface WorkCalendar {
  /** Years that were imported from the State Council's notice; counting working days beyond them is refused. */
  readonly years: readonly number[];
  /** `YYYY-MM-DD` → a holiday on a weekday, or a make-up working day on a weekend. */
  readonly exceptions: Readonly<Record<string, 'holiday' | 'workday'>>;
}
