/** A hundred years, so that every time which a clock can show is one that a calendar has. */
export const farthestSeconds = 100 * 365 * 86_400
