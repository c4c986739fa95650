import type { Exchange, Value } from '../format.ts'
import { redactBody } from './body.ts'
import { redactToken } from './members.ts'
import { type Redaction, redactText } from './text.ts'

export type SentRequest = {
  readonly method: string
  /** A path of the authority, or a whole URL. */
  readonly path: string
  readonly headers: Headers
  readonly body: string | undefined
}

export function redactRequest(
  { method, path, headers, body }: SentRequest,
  redaction: Redaction,
): Exchange['request'] {
  const [place = '', query = ''] = splitAt(path, '?')
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const other = body === undefined || isForm ? undefined : redactBody(body, redaction)
  return {
    method: redactText(method, redaction),
    path: redactText(place, redaction),
    query: redactPairs(query, redaction),
    headers: redactRequestHeaders(headers, redaction),
    form: isForm && body !== undefined ? redactPairs(body, redaction) : [],
    ...(other !== undefined && { body: other }),
  }
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** Parameters whose value is a token. */
export const tokenParameters: readonly string[] = [
  'client_assertion',
  'assertion',
  'user_federated_identity_credential',
]

function redactPairs(encoded: string, redaction: Redaction): Exchange['request']['form'] {
  return [...new URLSearchParams(encoded)].map(([name, value]) => {
    if (!redaction.steps.keepsParameter(name)) {
      return ['shape:name', redaction.steps.shape(value)] as const
    }
    return [name, redactParameter(name, value, redaction)] as const
  })
}

function redactParameter(name: string, value: string, redaction: Redaction): Value {
  if (name === 'client_secret') return redactSecret(value, redaction)
  return tokenParameters.includes(name)
    ? redactToken(value, redaction)
    : redactText(value, redaction)
}

function redactSecret(value: string, { names, steps }: Redaction): string {
  if (value === '') return 'shape:empty'
  return names.of(value) ?? steps.secret(value)
}

function redactRequestHeaders(
  headers: Headers,
  redaction: Redaction,
): Readonly<Record<string, string>> {
  const kept = [...headers].filter(([name]) => redaction.steps.keepsRequestHeader(name))
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === 'authorization'
        ? redactAuthorization(value, redaction)
        : redactText(value, redaction),
    ]),
  )
}

function redactAuthorization(value: string, redaction: Redaction): string {
  const [, encoded] = /^Basic ([\w+/=-]+)$/i.exec(value) ?? []
  if (encoded === undefined) {
    const [scheme = ''] = value.split(' ', 1)
    return `${redactText(scheme, redaction)} ${redaction.steps.secret(value)}`
  }
  const [user, password] = splitAt(Buffer.from(encoded, 'base64').toString(), ':')
  return `Basic ${redactText(decoded(user), redaction)}:${redactSecret(decoded(password), redaction)}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
