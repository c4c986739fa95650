import { parseJsonObject } from '../../wire/json-object.ts'
import { isBase64url, type Jwt, readJwt } from '../../wire/jwt.ts'
import { type Send, sendWire, type WireRequest } from './wire-request.ts'

/** What came back, read once. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Absent where the body is no JSON object. */
  readonly body: AnswerBody | undefined
  /** The token, where one was issued. */
  readonly token: string | undefined
}

export type AnswerBody = Readonly<Record<string, unknown>> & {
  /** An object in answers of Microsoft Graph. */
  readonly error?: string | { readonly code?: string }
  readonly error_codes?: readonly number[]
}

/** A byte order mark is a part of the body: JSON has none (RFC 8259 section 8.1). */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export async function readAnswer(response: Response): Promise<Answer> {
  const text = decoder.decode(await response.arrayBuffer())
  const body: AnswerBody | undefined = parseJsonObject(text)
  const token = response.ok ? body?.access_token : undefined
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    token: typeof token === 'string' ? token : undefined,
  }
}

/** Sends a request, and reads what comes back. */
export async function answerTo(request: Send, wire: WireRequest): Promise<Answer> {
  return readAnswer(await sendWire(request, wire))
}

/** The error of an OAuth 2.0 answer, or the code in the error envelope of Microsoft Graph. */
export function errorOf({ body }: Pick<Answer, 'body'>): string | undefined {
  const error = body?.error
  return typeof error === 'object' ? error?.code : error
}

/** The answer in one line, for messages. No token is in it. */
export function describeAnswer({ status, headers, body, token }: Answer): string {
  if (token !== undefined) return `${status}, a token`
  const codes = (body?.error_codes ?? []).map((code) => `AADSTS${code}`)
  const rule = headers.get('x-mock-rule')
  const parts = [String(status), errorOf({ body }), ...codes, rule && `rule ${rule}`]
  return parts.filter(Boolean).join(', ')
}

export type Claims = Readonly<Record<string, unknown>>

/** @throws {TypeError} for what is no JWT */
export function claimsOf(token: string): Claims {
  return jwtOf(token).claims
}

/** @throws {TypeError} for what is no JWT */
export function headerOf(token: string): Claims {
  return jwtOf(token).header
}

function jwtOf(token: string): Jwt {
  const jwt = readJwt(token)
  if (jwt && isBase64url(jwt.signature)) return jwt
  throw new TypeError('the token is not a JWT')
}
