import { type ISupportCodeLibrary, loadConfiguration, loadSupport } from '@cucumber/cucumber/api'
import { isSource, packageRoot } from '../package-root.ts'

const folder = isSource ? 'steps' : 'dist/steps'
const extension = isSource ? 'ts' : 'js'

let loading: Promise<ISupportCodeLibrary> | undefined

/** Steps and hooks. A process evaluates modules once, so all runs share them. */
export function supportCode(): Promise<ISupportCodeLibrary> {
  loading ??= load()
  return loading
}

async function load(): Promise<ISupportCodeLibrary> {
  const { runConfiguration } = await configuration({
    import: [
      `${folder}/support/parameter-types.${extension}`,
      `${folder}/support/hooks.${extension}`,
      `${folder}/support/run-hooks.${extension}`,
      `${folder}/definitions/*.${extension}`,
    ],
  })
  const loaded = await loadSupport(runConfiguration, { cwd: packageRoot })
  // Cucumber would look for these files again at every run, though it loads none of them.
  const nothingToFind = { requireModules: [], requirePaths: [], importPaths: ['package.json'] }
  return { ...loaded, originalCoordinates: { ...nothingToFind, loaders: [] } }
}

/** Reads no configuration file: a run depends only on its arguments. */
export function configuration(
  provided: NonNullable<Parameters<typeof loadConfiguration>[0]>['provided'],
) {
  return loadConfiguration({ file: false, ...(provided && { provided }) }, { cwd: packageRoot })
}
