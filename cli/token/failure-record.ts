import { ClaimsChallengeError, type TokenRequestError } from '../../client/index.ts'
import { ruleNamedBy } from './describe-failure.ts'

/** A failure as data. */
export function failureRecord(error: TokenRequestError): Readonly<Record<string, unknown>> {
  return {
    error: {
      step: error.step,
      reason: error.reason,
      httpStatus: error.httpStatus,
      error: error.error,
      errorDescription: error.errorDescription,
      errorCodes: error.errorCodes,
      suberror: error.suberror,
      claims: error instanceof ClaimsChallengeError ? error.claims : undefined,
      rule: ruleNamedBy(error)?.id,
      correlationId: error.correlationId,
      traceId: error.traceId,
      retryAfterSeconds: error.retryAfterSeconds,
      networkCode: error.networkCode,
    },
  }
}
