import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clientSpecFrom, openClient } from '../../engine/clients/adapter/open-client.ts'
import { listeningTarget } from '../../engine/targets/listening.ts'
import { cleanEnvironment } from '../../programs/index.ts'
import { openRedirect } from '../../redirect/index.ts'
import type { AdapterFolder } from './adapter-folders.ts'
import { recordWire } from './record-wire.ts'

type Options = { readonly update: boolean; readonly say: (text: string) => void }

/** Whether the requests of an adapter are those of the record beside it. */
export async function isAsRecorded(
  { name, path, manifestFile }: AdapterFolder,
  options: Options,
): Promise<boolean> {
  const file = join(path, 'wire.ndjson')
  const sent = await recordOf(manifestFile)
  if (options.update) {
    await writeFile(file, sent)
    options.say(`recorded  ${name}`)
    return true
  }
  const recorded = await readFile(file, 'utf8').catch(() => '')
  if (recorded === sent) {
    options.say(`same wire ${name}`)
    return true
  }
  options.say(`FAIL ${name} sends something else than ${file} says:`)
  for (const line of difference(recorded.split('\n'), sent.split('\n'))) options.say(line)
  options.say(`If that is meant: npm run clients -- --update-wire ${name}`)
  return false
}

async function recordOf(manifestFile: string): Promise<string> {
  const target = await listeningTarget()
  const { authorityHost, caFile = '', httpUrl } = target
  const spec = await clientSpecFrom({ manifestFile })
  const { variables } = cleanEnvironment(process.env)
  const environment = { ...variables, ...('env' in spec.reach ? spec.reach.env : {}) }
  const client = await openClient(spec, {
    maxParallel: 1,
    openRedirect: () => openRedirect({ authorityHost, caFile, environment, httpUrl }),
  })
  try {
    return await recordWire(client, target)
  } finally {
    await client.close()
    await target.close()
  }
}

/** Requests that are in one only. The order is part of a record, and shows in the numbers. */
function difference(recorded: readonly string[], sent: readonly string[]): readonly string[] {
  const numbered = (lines: readonly string[]) => lines.map((line, at) => `${at + 1} ${line}`)
  const [was, is] = [numbered(recorded), numbered(sent)]
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
  ]
}
