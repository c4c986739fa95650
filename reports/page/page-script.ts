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
 * The functions of `browser/` as they were compiled, each written out by its own name. They use nothing
 * but each other and the browser.
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

/** esbuild, through which the sources run uncompiled, wraps inner functions in a call of this name. */
const keepName = 'const __name = (value) => value'

/** The script of the page: a small unit, complete in itself. */
export const pageScript = `(() => {
'use strict'
${keepName}
${functions.map(String).join('\n')}
${startPage.name}()
})()
`
