import { request } from 'node:https'

/** A mock that runs, here or elsewhere. */
export type MockAddress = {
  readonly authorityHost: string
  /** The certificate authority, in PEM; undefined where the mock has a certificate that everybody trusts. */
  readonly ca: string | undefined
  readonly controlToken: string | undefined
}

type Ask = {
  readonly method: string
  /** Below `/_mock/`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/**
 * Asks the control API. It does not use `fetch`, which tests replace.
 * @throws {Error} that says what the mock expected, if it refuses
 */
export async function askMock(
  mock: MockAddress,
  { method, path, query, body }: Ask,
): Promise<unknown> {
  const url = new URL(`/_mock/${path}?${new URLSearchParams(query)}`, mock.authorityHost)
  const { status, text } = await send(url, mock, method, body)
  const answer = parsed(text)
  if (status < 400) return answer
  const { error = `${method} ${url.href} was answered with ${status}`, problems = [] } =
    problemIn(answer)
  throw new Error([`the mock refused ${method} /_mock/${path}: ${error}`, ...problems].join('\n  '))
}

function send(url: URL, { ca, controlToken }: MockAddress, method: string, body: unknown) {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
  }
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false, ...(ca && { ca }) }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (more: string) => {
        text += more
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      answer.once('error', reject)
    })
    sent.once('error', (cause) => {
      reject(new Error(`no mock answers at ${url.origin}: ${cause.message}`, { cause }))
    })
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Problem = { readonly error?: string; readonly problems?: readonly string[] }

function problemIn(answer: unknown): Problem {
  return typeof answer === 'object' && answer !== null ? answer : {}
}
