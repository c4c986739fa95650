import { parseEnv } from 'node:util'
import { ProvisionError } from '../ports/provision-error.ts'

export type Variables = Readonly<Record<string, string>>

const plain = /^[\w./:@%+,=-]+$/

/** Writes a value so that both a shell and `node --env-file` read it back unchanged. */
function quoted(name: string, value: string): string {
  if (plain.test(value)) return value
  if (!/['\r\n]/.test(value)) return `'${value}'`
  if (!/["\r\n$`\\]/.test(value)) return `"${value}"`
  throw new ProvisionError(
    `cannot write the value of ${name} to a file of variables, because it has both kinds of quotes or a line break`,
    'Choose a folder whose name has no quotes, or only single ones.',
  )
}

/** A file of variables that says who wrote it. */
export function formatEnv(runId: string, variables: Variables): string {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoted(name, value)}`)
  return [`${headline}${runId}. It holds secrets.`, ...lines, ''].join('\n')
}

const headline = '# Written by agentid provision, run '

/** Whether this run wrote the file. */
export const isWrittenBy = (runId: string, text: string): boolean =>
  text.startsWith(`${headline}${runId}.`)

/** The variables in a file that `formatEnv` made. */
export function readEnv(text: string): Variables {
  const entries = Object.entries(parseEnv(text))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
