import type { html } from 'hono/html'

/** HTML in which every value that was filled in is escaped. */
export type Html = ReturnType<typeof html>
