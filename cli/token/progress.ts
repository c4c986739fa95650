import type { ClientEvent, Step } from '../../client/index.ts'
import { printable } from '../../wire/printable.ts'
import { relativeTime } from '../explain/times.ts'
import { entryLines } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'

export const stepLabels: Readonly<Record<Step, string>> = {
  discovery: 'discovery',
  'managed-identity': 'identity',
  'exchange-token': 'step 1',
  'agent-token': 'step 2',
}
const column = 'credential'.length
const margin = ' '.repeat(column + 2)

/** A label in a column of its own, and what belongs to it. */
export function progressLines(label: string, text: string, page: Page): readonly string[] {
  return entryLines({ name: label, text: printable(text) }, page, column)
}

/** Progress for people: each request, its answer, and each wait. */
export function describeEvent(event: ClientEvent, nowMs: number, page: Page): readonly string[] {
  const { colours } = page
  if (event.type === 'request-sent') {
    const again = event.attempt > 1 ? ` (attempt ${event.attempt})` : ''
    return progressLines(stepLabels[event.step], `${askedFor(event)}${again}`, page)
  }
  if (event.type === 'answer-received') {
    const { httpStatus, durationMs } = event
    const status = httpStatus === 200 ? colours.good('200') : colours.bad(String(httpStatus))
    return [`${margin}${status} after ${Math.round(durationMs)} ms`]
  }
  if (event.type === 'retry-scheduled') {
    const seconds = Math.ceil(event.waitMs / 100) / 10
    return [`${margin}${colours.caution(`waiting ${seconds} s before attempt ${event.attempt}`)}`]
  }
  if (event.source === 'cache') return []
  const name = event.step === 'exchange-token' ? 'T1' : 'the token'
  return [`${margin}${name} expires ${relativeTime(event.expiresAtMs, nowMs)}`]
}

function askedFor({
  step,
  url,
  parameters,
}: Extract<ClientEvent, { type: 'request-sent' }>): string {
  const [place = ''] = url.split('?', 1)
  if (step === 'discovery') return `reading ${place}`
  if (step === 'managed-identity') return `requesting an assertion from ${place}`
  const { client_id: client, fmi_path: agent, scope } = parameters
  if (step === 'exchange-token') return `blueprint ${client} requests T1 for agent ${agent}`
  return `agent ${client} presents T1 and requests ${scope}`
}
