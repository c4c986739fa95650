import { askForToken, tokenHeader } from './browser/control-token.ts'
import { filterView } from './browser/filter-view.ts'
import { addRows, followRequests, readStream, tellState } from './browser/follow-requests.ts'
import { moveInList } from './browser/move-in-list.ts'
import { followLink, markView, putPart, showPart } from './browser/show-part.ts'
import { startConsole, unlock } from './browser/start-console.ts'
import { copyText, fillIn, sendForm } from './browser/use-forms.ts'

/** The compiled functions of `browser/`, each under its own name. They use only each other and the browser. */
const functions = [
  tokenHeader,
  askForToken,
  putPart,
  showPart,
  followLink,
  markView,
  filterView,
  sendForm,
  fillIn,
  copyText,
  moveInList,
  addRows,
  tellState,
  readStream,
  followRequests,
  unlock,
  startConsole,
]

/** esbuild, which runs the sources uncompiled, wraps inner functions in a call of this name. */
const keepName = 'const __name = (value) => value'

/** The script of the page, self-contained. */
export const pageScript = `(() => {
'use strict'
${keepName}
${functions.map(String).join('\n')}
${startConsole.name}()
})()
`
