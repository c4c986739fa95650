import { setTimeout as wait } from 'node:timers/promises'
import type { Directory } from '../cast/directory.ts'
import { present } from '../credentials/presentations.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { type Answer, readAnswer } from '../requests/answer.ts'
import { redemptionRequest, t1Request } from '../requests/token-requests.ts'
import { type Send, sendWire } from '../requests/wire-request.ts'
import { TargetUnreachable } from './target.ts'

/** Errors of a directory while new objects have not propagated. */
const propagationCodes = [700016, 7000229, 700211, 700212, 700213]
const patienceMs = 180_000
const longestPauseMs = 15_000

type Waiting = {
  readonly request: Send
  readonly directory: Directory
  readonly report: (progress: string) => void
  /** How to pause; a test passes its own. */
  readonly pause?: (ms: number) => Promise<unknown>
}

/** Repeats the base flow until new objects have propagated. The scenarios judge any other answer. */
export async function untilPropagated({
  request,
  directory,
  report,
  pause = wait,
}: Waiting): Promise<void> {
  const startedMs = Date.now()
  for (let pauseMs = 1_000; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const answer = await baseFlow(request, directory)
    const [code] = answer?.body?.error_codes ?? []
    if (code === undefined || !propagationCodes.includes(code)) return
    const seconds = Math.round((Date.now() - startedMs) / 1000)
    if (Date.now() - startedMs > patienceMs) {
      report(`still AADSTS${code} after ${seconds} s; continuing`)
      return
    }
    report(`waiting for new objects to propagate in the tenant: AADSTS${code}, ${seconds} s`)
    await pause(pauseMs)
  }
}

async function baseFlow(request: Send, directory: Directory): Promise<Answer | undefined> {
  try {
    const nowSeconds = Math.floor(Date.now() / 1000)
    const prover = {
      directory,
      client: 'Concierge',
      tenant: 'Contoso',
      nowSeconds,
      request,
    } as const
    const proof = await present('its usual credential', prover)
    const agentId = directory.clientId('Booking')
    const t1 = await send(
      request,
      t1Request(directory, { client: 'Concierge', fmiPath: agentId, proof }),
    )
    if (t1.token === undefined) return t1
    const redemption = redemptionRequest(directory, {
      client: 'Booking',
      scope: `${directory.address('Microsoft Graph')}/.default`,
      assertion: t1.token,
    })
    return await send(request, redemption)
  } catch (error) {
    if (error instanceof NotTestable) return undefined
    throw new TargetUnreachable(`no answer from the target: ${reasonOf(error)}`)
  }
}

async function send(request: Send, wire: Parameters<typeof sendWire>[1]) {
  return readAnswer(await sendWire(request, wire))
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
