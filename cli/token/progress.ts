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
  'on-behalf-of': 'step 2',
  'user-credential': 'step 2',
  'agent-user': 'step 3',
  refresh: 'renewal',
}
const column = 'credential'.length
const margin = ' '.repeat(column + 2)

/** A label in a column of its own, and what belongs to it. */
export function progressLines(label: string, text: string, page: Page): readonly string[] {
  return entryLines({ name: label, text: printable(text) }, page, column)
}

const tokenNames: Readonly<Partial<Record<Step, string>>> = {
  'exchange-token': 'T1',
  'user-credential': 'T2',
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
  return [
    `${margin}${tokenNames[event.step] ?? 'the token'} expires ${relativeTime(event.expiresAtMs, nowMs)}`,
  ]
}

/** What an agent identity proves its right with. */
const proofs: Readonly<Partial<Record<Step, string>>> = {
  'on-behalf-of': "T1 and the person's token",
  'agent-user': 'T1 and T2',
  refresh: 'T1 and a refresh token',
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
  if (step === 'user-credential') return `agent ${client} presents T1 and requests T2`
  return `agent ${client} presents ${proofs[step] ?? 'T1'} and requests ${scope}`
}
