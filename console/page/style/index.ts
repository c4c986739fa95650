import { dark, light, properties } from '../../../look/palette.ts'
import { baseStyle } from './base.ts'
import { liveStyle } from './live.ts'
import { requestStyle } from './request.ts'
import { toolsStyle } from './tools.ts'

/** The CSS of the console. */
export const pageStyle = [
  `:root{color-scheme:light dark;${properties(light)}}`,
  `@media (prefers-color-scheme:dark){:root{${properties(dark)}}}`,
  baseStyle,
  liveStyle,
  requestStyle,
  toolsStyle,
].join('\n')
