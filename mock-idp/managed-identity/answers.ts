import type { Refusal } from '../answers/refusal.ts'
import { managedIdentityTokenSeconds } from '../tokens/lifetimes.ts'
import type { IssuedToken } from './issue-token.ts'

/** An answer of a managed identity endpoint. `body` is undefined where nothing is sent. */
export type ManagedIdentityAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** What was decided, for the journal of the tenant. */
export type ManagedIdentityDecision = {
  /** Undefined where the request led to no tenant. */
  readonly tenantId: string | undefined
  readonly atMs: number
  readonly traceId: string
  readonly rulesLookedAt: readonly string[]
  readonly outcome:
    | { readonly issued: 'managed-identity'; readonly claims: IssuedToken['claims'] }
    | { readonly refused: string; readonly error: string; readonly aadsts: number | undefined }
}

export type DecidedAnswer = ManagedIdentityAnswer & { readonly decision: ManagedIdentityDecision }

/** How one of the endpoints writes what was decided. */
export type AnswerShape = {
  readonly issued: (token: IssuedToken) => ManagedIdentityAnswer
  readonly refused: (refusal: Refusal) => ManagedIdentityAnswer
}

/** The instance metadata service, as captured: numbers are strings. */
function imdsIssued(issued: IssuedToken): ManagedIdentityAnswer {
  const { token, clientId, notBeforeSeconds, expiresSeconds, resource } = issued
  return succeeded({
    access_token: token,
    client_id: clientId,
    expires_in: String(managedIdentityTokenSeconds),
    expires_on: String(expiresSeconds),
    ext_expires_in: String(managedIdentityTokenSeconds - 1),
    not_before: String(notBeforeSeconds),
    resource,
    token_type: 'Bearer',
  })
}

/** App Service, as documented in articles/app-service/overview-managed-identity.md: no `expires_in`. */
function appServiceIssued(issued: IssuedToken): ManagedIdentityAnswer {
  const { token, clientId, notBeforeSeconds, expiresSeconds, resource } = issued
  return succeeded({
    access_token: token,
    client_id: clientId,
    expires_on: String(expiresSeconds),
    not_before: String(notBeforeSeconds),
    resource,
    token_type: 'Bearer',
  })
}

/** The instance metadata service names `error` and `error_description`, and no numbers. */
function imdsRefused({ rule, prose }: Refusal): ManagedIdentityAnswer {
  const description = rule.aadsts === undefined ? prose : `AADSTS${rule.aadsts}: ${prose}`
  return refused(rule, { error: rule.error, error_description: description })
}

/** App Service names `statusCode` and `message`; a call without the right header gets no body at all. */
function appServiceRefused({ rule, prose }: Refusal): ManagedIdentityAnswer {
  if (rule.status === 403) return refused(rule, undefined)
  return refused(rule, { statusCode: rule.status, message: prose })
}

export const imdsShape: AnswerShape = { issued: imdsIssued, refused: imdsRefused }
export const appServiceShape: AnswerShape = { issued: appServiceIssued, refused: appServiceRefused }

function succeeded(body: ManagedIdentityAnswer['body']): ManagedIdentityAnswer {
  return { status: 200, headers: {}, body }
}

function refused(
  { id, status }: Refusal['rule'],
  body: ManagedIdentityAnswer['body'],
): ManagedIdentityAnswer {
  return { status, headers: { 'x-mock-rule': id }, body }
}
