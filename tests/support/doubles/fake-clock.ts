import type { Clock } from '@/lib/shared/time/clock';

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  time: Date;

  constructor(time = new Date('2026-05-04T10:00:00Z')) {
    this.time = time;
  }

  now(): Date {
    return this.time;
  }

  /** The time so many milliseconds from now. */
  in(milliseconds: number): Date {
    return new Date(this.time.getTime() + milliseconds);
  }

  pass(milliseconds: number): void {
    this.time = this.in(milliseconds);
  }
}
