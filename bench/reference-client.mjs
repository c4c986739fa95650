/**
 * Run as a process of its own: judges the reference client in the process of the run. Argument: `engine/run/index.js`
 * of the build. JavaScript, because a loader for TypeScript would be on the way of every import that is measured.
 */
import { pathToFileURL } from 'node:url'

const [module = ''] = process.argv.slice(2)
const { referenceClient, runConformance } = await import(pathToFileURL(module).href)
const { exitCode } = await runConformance({
  target: 'in-process',
  client: referenceClient,
  write: (text) => process.stdout.write(text),
  isTty: false,
})
process.exitCode = exitCode
