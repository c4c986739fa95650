import { type JsonObject, parseJsonObject } from '../../../wire/json-object.ts'
import { AdapterFailure } from '../client-under-test.ts'
import type { Channel } from './channel.ts'
import { excerpt, hideSecrets } from './hide-secrets.ts'
import { parseReply } from './parse-reply.ts'
import { type AdapterOperation, adapterRequest } from './protocol.ts'
import { outputLimits } from './running-program.ts'

export type HttpChannel = Channel & {
  /** An excerpt of its answer for a message, without secrets. */
  readonly quote: (text: string) => string
}

/** Sends each message of the protocol as a POST request and reads the reply from the response body. */
export function createHttpChannel({
  url,
  timeoutMs,
}: {
  readonly url: string
  readonly timeoutMs: number
}): HttpChannel {
  const secrets = new Set<string>()
  let asked = 0
  const quote = (text: string) => excerpt(hideSecrets(text, secrets), 200)
  const failure = (what: string) => new AdapterFailure(`The adapter at ${url} ${what}.`)

  const post = async (operation: AdapterOperation, message: object): Promise<JsonObject> => {
    const request = adapterRequest.parse({ ...message, op: operation })
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), timeoutMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(request),
        redirect: 'error',
        signal: late.signal,
      })
      const text = await readText(response)
      const value = parseJsonObject(text)
      if (value && response.status < 500) return value
      const { status } = response
      throw failure(
        `answered ${operation} with status ${status}; expected a JSON object: ${quote(text)}`,
      )
    } catch (error) {
      if (error instanceof AdapterFailure) throw error
      throw failure(`${reason(error, timeoutMs)} (${operation})`)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    quote,
    hide: (more) => {
      for (const secret of more) secrets.add(secret)
    },
    ask: async (operation, message) => {
      const id = ++asked
      const value = await post(operation, { ...message, id })
      const parsed = parseReply(operation, value)
      if ('wrong' in parsed) throw failure(`sent an invalid reply to ${operation}: ${parsed.wrong}`)
      if ((value.id ?? id) !== id)
        throw failure(`answered ${operation} with the id of another request`)
      return parsed.reply
    },
  }
}

async function readText({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value
    if (text.length <= outputLimits.line) continue
    // Do not wait for the rest.
    void reader?.cancel().catch(() => {})
    throw new RangeError('sent too much output: its answer is over 1 MB')
  }
  return text
}

function reason(error: unknown, timeoutMs: number): string {
  if (error instanceof RangeError) return error.message
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } }
  if (name === 'TimeoutError') return `did not answer within ${timeoutMs / 1000} s`
  return `cannot be reached: ${cause?.code ?? message}`
}
