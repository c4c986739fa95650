import { isJsonObject, parseJsonObject } from '../../wire/json-object.ts'
import { redact } from '../../wire/redact.ts'
import { parseRetryAfter } from '../../wire/retry-after.ts'
import { GraphError } from './graph-error.ts'

type About = { readonly method: string; readonly path: string; readonly clientRequestId: string }

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
  const { error } = parseJsonObject(text) ?? {}
  const { code, message, innerError, innererror } = isJsonObject(error) ? error : {}
  const inner = [innerError, innererror].find(isJsonObject) ?? {}
  const safe = (value: unknown) =>
    typeof value === 'string' && value !== '' ? redact(value, secrets) : undefined
  const seconds = parseRetryAfter(headers.get('retry-after'), nowMs)
  return new GraphError({
    ...about,
    problem:
      status >= 300 && status < 400
        ? 'Graph answered with a redirect, and agentid follows none'
        : 'refused',
    status,
    code: safe(code),
    graphMessage: safe(message),
    requestId: safe(inner['request-id']) ?? safe(headers.get('request-id')),
    retryAfterMs: seconds === undefined ? undefined : seconds * 1000,
  })
}
