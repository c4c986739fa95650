/** A hundred years, so that every time on a tenant's clock is a valid date. */
export const farthestSeconds = 100 * 365 * 86_400
