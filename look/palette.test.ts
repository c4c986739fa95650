import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dark, grounds, inks, light, type Palette } from './palette.ts'

for (const [name, palette] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`every text of the ${name} scheme has the contrast that WCAG AA asks for`, () => {
    for (const ground of grounds) {
      for (const ink of inks) assertReadable(palette, ink, ground)
    }
    for (const ink of ['text', 'muted', 'failed', 'accent'] as const) {
      assertReadable(palette, ink, 'failed-ground')
    }
    assertReadable(palette, 'warning', 'warning-ground')
    assertReadable(palette, 'on-accent', 'accent')
  })
}

function assertReadable(palette: Palette, ink: keyof Palette, ground: keyof Palette): void {
  const ratio = contrast(palette[ink], palette[ground])
  assert.ok(ratio >= 4.5, `${ink} on ${ground} has a contrast of ${ratio.toFixed(2)}`)
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
