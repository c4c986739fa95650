import { dark, light, properties } from '../../../look/palette.ts'
import { baseStyle } from './base.ts'
import { filterStyle } from './filters.ts'
import { matrixStyle } from './matrix.ts'
import { printStyle } from './print.ts'
import { sequenceStyle } from './sequence.ts'
import { storyStyle } from './story.ts'
import { verdictStyle } from './verdicts.ts'

/** The CSS of the page. */
export const pageStyle = [
  `:root{color-scheme:light dark;${properties(light)}}`,
  `@media (prefers-color-scheme:dark){:root{${properties(dark)}}}`,
  baseStyle,
  verdictStyle,
  filterStyle,
  matrixStyle,
  storyStyle,
  sequenceStyle,
  // Paper is white in every colour scheme.
  `@media print{:root{${properties(light)}}}`,
  printStyle,
].join('\n')
