/** Colours of every page, by role. Each text colour is readable on each background of its scheme. */
export type Palette = Readonly<Record<Ground | Ink | Line, string>>

export const grounds = ['page', 'panel', 'inset'] as const
export const inks = [
  'text',
  'muted',
  'accent',
  'passed',
  'failed',
  'error',
  'warning',
  'noted',
  'expected',
  'observed',
] as const

type Ground = (typeof grounds)[number]
type Ink = (typeof inks)[number]
type Line = 'on-accent' | 'line' | 'lane' | 'failed-ground' | 'warning-ground'

export const light: Palette = {
  page: '#f7f7f5',
  panel: '#ffffff',
  inset: '#f3f4f2',
  text: '#1f2328',
  muted: '#5b636b',
  accent: '#1f55b5',
  'on-accent': '#ffffff',
  passed: '#1d6b43',
  failed: '#b0201c',
  error: '#8d2a78',
  warning: '#845300',
  noted: '#315f93',
  expected: '#665091',
  observed: '#0d6675',
  line: '#e2e4e1',
  lane: '#a9b0b6',
  'failed-ground': '#fcefed',
  'warning-ground': '#fbf3e3',
}

export const dark: Palette = {
  page: '#131518',
  panel: '#1a1d21',
  inset: '#22262b',
  text: '#e7e9eb',
  muted: '#9ea7b0',
  accent: '#8fb6ff',
  'on-accent': '#131518',
  passed: '#6cc795',
  failed: '#ff938a',
  error: '#eb93d4',
  warning: '#e5b45c',
  noted: '#8dbaf0',
  expected: '#bda8ea',
  observed: '#62c3d3',
  line: '#2d3238',
  lane: '#5c656e',
  'failed-ground': '#33201f',
  'warning-ground': '#2e2718',
}

/** Formats the colours as CSS custom properties. */
export function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('')
}
