import { filterRow, filterRows, isChosen, readChosen } from './browser/filter-rows.ts'
import { moveFocus } from './browser/move-focus.ts'
import {
  closeStory,
  createDrawer,
  followAddress,
  leaveStory,
  putBack,
  stepStory,
} from './browser/open-story.ts'
import { startPage } from './browser/start-page.ts'

/**
 * The compiled functions of `browser/`, each under its own name. They use only each other and the
 * browser.
 */
const functions = [
  isChosen,
  readChosen,
  filterRow,
  filterRows,
  moveFocus,
  createDrawer,
  followAddress,
  leaveStory,
  closeStory,
  putBack,
  stepStory,
  startPage,
]

/** esbuild, which runs the sources uncompiled, wraps inner functions in a call of this name. */
const keepName = 'const __name = (value) => value'

/** The script of the page, self-contained. */
export const pageScript = `(() => {
'use strict'
${keepName}
${functions.map(String).join('\n')}
${startPage.name}()
})()
`
