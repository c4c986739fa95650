/** Colours by role, those of the report page. Each text colour is readable on each background of its scheme. */
export const light = {
  page: '#f7f7f5',
  panel: '#ffffff',
  inset: '#f3f4f2',
  text: '#1f2328',
  muted: '#5b636b',
  accent: '#1f55b5',
  'on-accent': '#ffffff',
  failed: '#b0201c',
  line: '#e2e4e1',
  lane: '#a9b0b6',
  'failed-ground': '#fcefed',
} as const

export const dark = {
  page: '#131518',
  panel: '#1a1d21',
  inset: '#22262b',
  text: '#e7e9eb',
  muted: '#9ea7b0',
  accent: '#8fb6ff',
  'on-accent': '#131518',
  failed: '#ff938a',
  line: '#2d3238',
  lane: '#5c656e',
  'failed-ground': '#33201f',
} as const

/** Formats the colours as CSS custom properties. */
export function properties(palette: Readonly<Record<string, string>>): string {
  return Object.entries(palette)
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('')
}
