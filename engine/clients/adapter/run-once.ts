import { parseJsonObject } from '../../../wire/json-object.ts'
import { parseReply } from './parse-reply.ts'
import type { Program } from './process-group.ts'
import type { AdapterReply } from './protocol.ts'
import { createLineReader } from './read-lines.ts'
import { createRecentOutput } from './recent-output.ts'
import { outputLimits, startProgram } from './running-program.ts'

/** The reply of a program that runs for one acquisition, and the rest of its output. */
export type RunOnce = {
  readonly reply: AdapterReply<'acquire'>
  readonly output: string
}

export type RunOnceOptions = Program & {
  readonly timeoutMs: number
  readonly secrets: readonly string[]
  readonly onWarning: (text: string) => void
}

/**
 * Runs a program to its end. The last line of its stdout is its reply.
 * @throws {AdapterFailure} if the program sends no reply, or takes too long
 */
export async function runOnce({
  timeoutMs,
  secrets,
  onWarning,
  ...program
}: RunOnceOptions): Promise<RunOnce> {
  const earlier = createRecentOutput(outputLimits.line)
  let last = ''
  let stop: (whatItDid: string) => void = () => {}
  const stopped = new Promise<string>((resolve) => {
    stop = resolve
  })
  const onFlood = () => stop('sent too much output: a line of over 1 MB, or over 10 MB in all')
  const onLine = (line: string) => {
    if (line.trim() === '') return
    if (last !== '') earlier.append(`${last}\n`)
    last = line
  }
  const onOutput = createLineReader(outputLimits.line, { onLine, onFlood })
  const running = await startProgram(program, 'ignore', { onOutput, onFlood, onWarning })
  running.hide(secrets)
  const late = () => stop(`did not end within ${timeoutMs / 1000} s`)
  const timer = setTimeout(late, timeoutMs)
  const how = running.ended.then((words) => ({ words }))
  const first = await Promise.race([how, stopped.then((whatItDid) => ({ whatItDid }))])
  clearTimeout(timer)
  if ('whatItDid' in first) throw await running.failure(first.whatItDid)

  onOutput('\n')
  const reply = replyIn(last, running.quote)
  if (typeof reply === 'string') throw await running.failure(`${first.words} and ${reply}`)
  return { reply, output: `${earlier.since(0)}${running.stderr.since(0)}` }
}

function replyIn(last: string, quote: (text: string) => string): AdapterReply<'acquire'> | string {
  if (last === '') return 'wrote no reply to stdout'
  const value = parseJsonObject(last)
  if (!value) return `the last line of its stdout is not a JSON object: ${quote(last)}`
  const parsed = parseReply('acquire', value)
  if ('wrong' in parsed) return `sent an invalid reply: ${parsed.wrong}`
  return parsed.reply
}
