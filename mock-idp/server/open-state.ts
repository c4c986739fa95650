import type { StateFile } from '../state/index.ts'
import { pick } from './pick.ts'
import type { StartOptions } from './start-options.ts'

/** The state file, where one is named. Its code is loaded only then: most runs keep nothing. */
export async function openState(options: StartOptions): Promise<StateFile | undefined> {
  const { stateFile, directory, warn } = options
  if (stateFile === undefined) return undefined
  const { openStateFile } = await import('../state/index.ts')
  const state = await openStateFile(stateFile, pick(options, ['warn']))
  if (state.isNew || !directory) return state
  warn?.(
    `${stateFile} keeps a directory already, which is served; the one that was given has no effect. To begin with the given one, name another state file or delete ${stateFile}.`,
  )
  return state
}
