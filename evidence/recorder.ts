import type { Exchange } from './format.ts'
import { createNames, type Identity, type Names } from './names.ts'
import { type ReceivedAnswer, redactExchange } from './redact/exchange.ts'
import { type SentRequest, tokenParameters } from './redact/request.ts'
import { type RedactionSteps, redactionSteps } from './redact/steps.ts'

/** How a target is asked. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** What a scenario may send, and by which names its ids and secrets go. Asked anew before each request. */
export type Known = () => readonly Identity[]

export type ScenarioRecording = {
  /** Asks, and keeps the redacted exchange. */
  readonly around: (send: Send) => Send
  /** The next requests belong to the next step; the first has the number 1. */
  readonly enterStep: () => void
  /** The scenario, as a place in a feature, is over. */
  readonly end: (place: string) => void
}

/** Keeps every exchange of a run, redacted before it is kept. */
export type EvidenceRecorder = {
  readonly begin: (known: Known) => ScenarioRecording
  readonly exchangesOf: (place: string) => readonly Exchange[]
  /** What must be found nowhere: ids, secrets, tokens. Held in memory only, for the check before writing. */
  readonly sensitive: () => readonly string[]
}

export type RecorderOptions = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** For tests, which leave steps out. */
  readonly steps?: RedactionSteps | undefined
}

export function createRecorder({ now, steps = redactionSteps }: RecorderOptions): EvidenceRecorder {
  const recordings = new Map<string, readonly Exchange[]>()
  const sensitive = new Set<string>()
  const begin = (known: Known): ScenarioRecording => {
    const exchanges: Exchange[] = []
    const tokens = new Map<string, string>()
    let step = 0
    const noteTokens = (issued: readonly string[]) => {
      for (const token of issued) {
        if (!tokens.has(token)) tokens.set(token, `{token ${ordinal(tokens.size)}}`)
      }
    }
    const prepare = (sent: SentRequest) => {
      const atStep = step
      const names = remember(known(), sensitive)
      addAll(sensitive, carriedBy(sent))
      const redaction = { steps, names, sentAtSeconds: now() / 1000, tokens: new Map(tokens) }
      return (answer: ReceivedAnswer | undefined) => {
        exchanges.push(redactExchange(atStep, sent, answer, redaction))
        const issued = answer ? issuedBy(answer) : []
        addAll(sensitive, [...issued, ...(answer ? madeBy(answer) : [])])
        noteTokens(issued)
      }
    }
    return {
      enterStep: () => {
        step += 1
      },
      end: (place) => void recordings.set(place, exchanges),
      around: (send) => async (path, init) => {
        const keep = prepare(readRequest(path, init))
        const response = await send(path, init).catch((error: unknown) => {
          keep(undefined)
          throw error
        })
        keep(await readAnswer(response))
        return response
      },
    }
  }
  return {
    begin,
    exchangesOf: (place) => recordings.get(place) ?? [],
    sensitive: () => [...sensitive],
  }
}

function addAll(to: Set<string>, values: readonly string[]): void {
  for (const value of values) to.add(value)
}

function remember(identities: readonly Identity[], sensitive: Set<string>): Names {
  for (const { value, isPublic } of identities) {
    if (!isPublic) sensitive.add(value)
  }
  return createNames(identities)
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

function ordinal(index: number): string {
  return numbers[index] ?? 'of many'
}

function readRequest(path: string, init: RequestInit = {}): SentRequest {
  const { body } = init
  return {
    method: init.method ?? 'GET',
    path,
    headers: new Headers(init.headers),
    body: typeof body === 'string' ? body : undefined,
  }
}

/** What is shorter was signed by nobody. */
const shortestToken = 40

/** Assertions are good until they expire, whoever made them. */
function carriedBy({ headers, body = '' }: SentRequest): readonly string[] {
  const form = new URLSearchParams(body)
  const assertions = tokenParameters.map((name) => form.get(name) ?? '')
  const [, bearer = ''] = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? []
  return [...assertions, bearer].filter((token) => token.length >= shortestToken)
}

async function readAnswer(response: Response): Promise<ReceivedAnswer> {
  const { status, headers } = response
  const text = await response
    .clone()
    .text()
    .catch(() => '')
  return { status, headers, text }
}

function issuedBy({ text }: ReceivedAnswer): readonly string[] {
  const found = text.matchAll(/"(?:access|id|refresh)_token"\s*:\s*"([^"]+)"/g)
  return [...found].flatMap(([, token = '']) => (token.length >= shortestToken ? [token] : []))
}

/** Credentials that the directory made: it tells them once. */
function madeBy({ text }: ReceivedAnswer): readonly string[] {
  return [...text.matchAll(/"secretText"\s*:\s*"([^"]+)"/g)].flatMap(([, secret]) => secret ?? [])
}
