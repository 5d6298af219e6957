// The library's own types are not reachable through its `exports`, and say number for the leap flag.
declare module "date-chinese" {
  export class CalendarVietnamese {
    constructor(cycle?: number, year?: number, month?: number, leap?: boolean, day?: number);
    fromGregorian(year: number, month: number, day: number): this;
    /** Cycle of 60 years, year in it, month, whether the month is a leap month, day. */
    get(): [number, number, number, boolean, number];
    toGregorian(gregorianYear?: number): { year: number; month: number; day: number };
  }
}
