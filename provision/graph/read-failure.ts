import { redact } from '../../client/redact.ts'
import { parseRetryAfter } from '../../client/retry-after.ts'
import { GraphError } from './graph-error.ts'

type About = { readonly method: string; readonly path: string; readonly clientRequestId: string }

/** The object that a text of JSON is, or undefined. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The failure that an answer is. Graph's envelope is `{"error":{"code","message","innerError":
 * {"date","request-id","client-request-id"}}}`; the reference also spells it `innererror`.
 */
export function readFailure(
  response: Response,
  text: string,
  about: About,
  secrets: readonly string[],
  nowMs: number,
): GraphError {
  const { status, headers } = response
  const { error } = parseObject(text) ?? {}
  const { code, message, innerError, innererror } = isObject(error) ? error : {}
  const inner = [innerError, innererror].find(isObject) ?? {}
  const safe = (value: unknown) =>
    typeof value === 'string' && value !== '' ? redact(value, secrets) : undefined
  const seconds = parseRetryAfter(headers.get('retry-after'), nowMs)
  return new GraphError({
    ...about,
    problem: status >= 300 && status < 400 ? 'answered with a redirect, not followed' : 'refused',
    status,
    code: safe(code),
    graphMessage: safe(message),
    requestId: safe(inner['request-id']) ?? safe(headers.get('request-id')),
    retryAfterMs: seconds === undefined ? undefined : seconds * 1000,
  })
}
