import { type JsonObject, parseJsonObject } from '../wire/json-object.ts'
import { holdsSecret, redact } from '../wire/redact.ts'
import { parseRetryAfter } from '../wire/retry-after.ts'
import { ClaimsChallengeError } from './claims-challenge-error.ts'
import { isGuid } from './ids.ts'
import type { HttpAnswer } from './send-request.ts'
import { type FailureReason, TokenRequestError } from './token-request-error.ts'

const isToken = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** A policy names few groups of values; what is longer is no challenge. */
const longestChallenge = 10_000

/** The claims of a challenge work only unchanged, so they are reported whole or not at all. */
const readChallenge = (value: unknown, secrets: readonly string[]): string | undefined => {
  if (!isToken(value) || value.length > longestChallenge) return undefined
  return parseJsonObject(value) && !holdsSecret(value, secrets) ? value : undefined
}

/** Turns an answer into a failure with its redacted error members. */
export const failureOf = (
  answer: HttpAnswer,
  reason: FailureReason,
  problem: string,
): TokenRequestError => {
  const body = parseJsonObject(answer.text) ?? {}
  const tokens = [body.access_token, body.refresh_token, body.id_token].filter(isToken)
  const secrets = [...answer.request.secrets, ...tokens]
  const text = (value: unknown) => (isToken(value) ? redact(value, secrets) : undefined)
  const guid = (value: unknown) => {
    const safe = text(value)
    return safe !== undefined && isGuid(safe.toLowerCase()) ? safe : undefined
  }
  const codes: readonly unknown[] = Array.isArray(body.error_codes) ? body.error_codes : []
  const failure = {
    step: answer.request.step,
    reason,
    problem,
    httpStatus: answer.status,
    error: text(body.error),
    // App Service calls it `message`.
    errorDescription: text(body.error_description) ?? text(body.message),
    errorCodes: codes.filter((code): code is number => Number.isSafeInteger(code)).slice(0, 20),
    suberror: text(body.suberror),
    correlationId: guid(body.correlation_id) ?? answer.clientRequestId,
    traceId: guid(body.trace_id),
    retryAfterSeconds: parseRetryAfter(answer.headers.get('retry-after'), answer.receivedAtMs),
    responseHeaders: answer.headers,
  }
  const claims = reason === 'refused' ? readChallenge(body.claims, secrets) : undefined
  if (claims === undefined) return new TokenRequestError(failure)
  return new ClaimsChallengeError(failure, claims)
}

/**
 * A virtual machine whose metadata endpoint is updating answers 404 or 410, and is back within 70 seconds
 * (learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token, retry guidance).
 */
const isUnavailable = ({ status, request: { step } }: HttpAnswer): boolean =>
  status === 429 || status >= 500 || (step === 'managed-identity' && [404, 410].includes(status))

/** Reads the JSON object of a 200, or turns the answer into a failure. */
export const readJsonAnswer = (answer: HttpAnswer): JsonObject => {
  const { status } = answer
  if (isUnavailable(answer)) throw failureOf(answer, 'unavailable', 'not served')
  if (status >= 400) throw failureOf(answer, 'refused', 'refused')
  if (status !== 200) {
    const isRedirect = status === 0 || (status >= 300 && status < 400)
    const problem = isRedirect
      ? 'the answer is a redirect, which the client does not follow'
      : 'the status is not 200'
    throw failureOf(answer, 'unusable-answer', problem)
  }
  const body = parseJsonObject(answer.text)
  if (body === undefined)
    throw failureOf(answer, 'unusable-answer', 'the answer is not a JSON object')
  return body
}

/**
 * `access_token` and `token_type` are required (RFC 6749 section 5.1), and a type the client does
 * not understand must not be used (section 7.1).
 */
export const readBearerToken = (answer: HttpAnswer, body: JsonObject): string => {
  const { access_token: token, token_type: type } = body
  if (!isToken(token) || token.trim() === '') {
    throw failureOf(answer, 'unusable-answer', 'access_token is missing, empty or not a string')
  }
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
    throw failureOf(answer, 'unusable-answer', 'token_type is not Bearer')
  }
  return token
}

const numericText = /^\d{1,10}$/

/** Whole seconds; the v1 endpoint and IMDS write numbers as text. */
const secondsOf = (value: unknown): number => {
  if (typeof value === 'string' && numericText.test(value)) return Number(value)
  return typeof value === 'number' ? Math.floor(value) : Number.NaN
}

type TokenAnswer = {
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAtMs: number
  readonly refreshToken?: string
}

/** Reads a successful token answer. */
export const readTokenAnswer = (answer: HttpAnswer): TokenAnswer => {
  const body = readJsonAnswer(answer)
  const token = readBearerToken(answer, body)
  const seconds = secondsOf(body.expires_in)
  if (!(seconds >= 0 && seconds < 10_000_000_000)) {
    throw failureOf(answer, 'unusable-answer', 'expires_in is missing or not a number of seconds')
  }
  const expiresAtMs = answer.requestedAtMs + seconds * 1000
  const { refresh_token: refreshToken } = body
  return { token, expiresAtMs, ...(isToken(refreshToken) && { refreshToken }) }
}
