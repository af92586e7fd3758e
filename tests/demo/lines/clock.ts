/** The server's clock of a played line: it is moved on by hand, because a case takes months. */
export class PlayClock {
  private shift = 0;

  /** Sets the clock to a local minute of Suzhou, `YYYY-MM-DDTHH:mm`; it goes on from there. */
  set(minute: string): void {
    this.shift = Date.parse(`${minute}:00+08:00`) - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }
}
