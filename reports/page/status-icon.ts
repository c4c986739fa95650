import { html, raw } from 'hono/html'
import { statuses } from '../check-status.ts'
import type { CheckStatus } from '../report.ts'

export type Html = ReturnType<typeof html>

/** Icons on a 16 by 16 grid, distinct by shape alone. */
const shapes: Readonly<Record<CheckStatus, string>> = {
  passed: '<path d="M3.5 8.5l3 3 6-7"/>',
  failed: '<path d="M4 4l8 8M12 4l-8 8"/>',
  error: '<path d="M5.4 5.6a2.6 2.6 0 1 1 3.9 2.2c-.9.5-1.3 1-1.3 2M8 12.9v.2"/>',
  warning: '<path d="M8 2.8L14 13H2zM8 6.8v2.8M8 11.2v.2"/>',
  noted: '<path d="M8 7.2v4.6M8 4.1v.2"/>',
  'expected failure':
    '<path d="M3 6.5c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0M3 10.5c1.7-1.8 3.3-1.8 5 0s3.3 1.8 5 0"/>',
  observed: '<path d="M1.8 8s2.2-4 6.2-4 6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4zM8 6.7v2.6"/>',
  skipped: '<path d="M4 8h8"/>',
}

// Inline each time: a <use> in every cell makes a large page slow.
const icons = Object.fromEntries(
  statuses.map((status) => [
    status,
    html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${raw(shapes[status])}</svg>`,
  ]),
) as Readonly<Record<CheckStatus, Html>>

/** An icon for a status. Screen readers read the word beside it. */
export function statusIcon(status: CheckStatus): Html {
  return icons[status]
}

/** The CSS class that gives a status its colour. */
export function statusClass(status: CheckStatus): string {
  return `is-${status.replaceAll(' ', '-')}`
}

/** Icon and word. */
export function statusLabel(status: CheckStatus): Html {
  return html`<span class="status ${statusClass(status)}">${statusIcon(status)}<span>${status}</span></span>`
}
