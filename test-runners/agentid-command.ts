import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = join('dist', 'cli', 'agentid.js')

/** The file of the command, in the folder of this package: a bundle may stand in any folder of it. */
export function agentidCommand(from = dirname(fileURLToPath(import.meta.url))): string {
  const file = join(from, command)
  if (existsSync(file)) return file
  const above = dirname(from)
  if (above === from)
    throw new Error('the package agentid-conformance lacks dist/cli/agentid.js; install it again')
  return agentidCommand(above)
}
