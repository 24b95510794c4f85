/** How long a day is, in milliseconds. A span of time: two days of the calendar are an hour off it where clocks are changed. */
export const DAY_MS = 86_400_000;
