import { parseArgsStringToArgv } from 'string-argv'
import { z } from 'zod'
import { AdapterUsageError } from './adapter-usage-error.ts'

const argumentVector = z.array(z.string())
const examples = 'such as "node adapter.mjs" or ["node","adapter.mjs"]'

/**
 * Splits a command into its argument vector, without a shell: in a string, quotes around a whole
 * argument keep its spaces, and nothing else is special. Write anything more complex as a JSON array.
 * @throws {AdapterUsageError} if the command names no program
 */
export function splitCommand(command: string | readonly string[]): readonly string[] {
  const parts = typeof command === 'string' ? splitText(command.trim()) : command
  if (!parts[0]?.trim()) {
    throw new AdapterUsageError(`The client command is empty. Name a program, ${examples}.`)
  }
  return parts
}

function splitText(command: string): readonly string[] {
  if (command.startsWith('[')) return fromJson(command)
  const open = /['"]/.exec(command.replace(/'[^']*'|"[^"]*"/g, ''))
  if (open) {
    throw new AdapterUsageError(`Unterminated quote in the client command: ${command}`)
  }
  return parseArgsStringToArgv(command)
}

function fromJson(command: string): readonly string[] {
  const parsed = argumentVector.safeParse(jsonOf(command))
  if (parsed.success) return parsed.data
  throw new AdapterUsageError(
    `The client command starts with [, so it must be a JSON array of strings, ${examples}: ${command}`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
