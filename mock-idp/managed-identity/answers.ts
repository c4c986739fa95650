import type { Refusal } from '../answers/refusal.ts'
import type { Answer } from '../exchange/endpoint.ts'
import { managedIdentityTokenSeconds } from '../tokens/lifetimes.ts'
import type { IssuedToken } from './issue-token.ts'

/** How one of the endpoints writes what was decided. */
export type AnswerShape = {
  readonly issued: (token: IssuedToken) => Answer
  readonly refused: (refusal: Refusal) => Answer
}

/** The instance metadata service, as captured: numbers are strings. */
function imdsIssued(issued: IssuedToken): Answer {
  const { token, clientId, notBeforeSeconds, expiresSeconds, resource } = issued
  return succeeded(
    {
      access_token: token,
      client_id: clientId,
      expires_in: String(managedIdentityTokenSeconds),
      expires_on: String(expiresSeconds),
      ext_expires_in: String(managedIdentityTokenSeconds - 1),
      not_before: String(notBeforeSeconds),
      resource,
      token_type: 'Bearer',
    },
    issued,
  )
}

/** App Service, as documented in articles/app-service/overview-managed-identity.md: no `expires_in`. */
function appServiceIssued(issued: IssuedToken): Answer {
  const { token, clientId, notBeforeSeconds, expiresSeconds, resource } = issued
  return succeeded(
    {
      access_token: token,
      client_id: clientId,
      expires_on: String(expiresSeconds),
      not_before: String(notBeforeSeconds),
      resource,
      token_type: 'Bearer',
    },
    issued,
  )
}

/** The instance metadata service names `error` and `error_description`, and no numbers. */
function imdsRefused({ rule, prose }: Refusal): Answer {
  const description = rule.aadsts === undefined ? prose : `AADSTS${rule.aadsts}: ${prose}`
  return refused(rule, { error: rule.error, error_description: description })
}

/** App Service names `statusCode` and `message`; a call without the right header gets no body at all. */
function appServiceRefused({ rule, prose }: Refusal): Answer {
  if (rule.status === 403) return refused(rule, undefined)
  return refused(rule, { statusCode: rule.status, message: prose })
}

export const imdsShape: AnswerShape = { issued: imdsIssued, refused: imdsRefused }
export const appServiceShape: AnswerShape = { issued: appServiceIssued, refused: appServiceRefused }

type JsonObject = Readonly<Record<string, unknown>>

function succeeded(body: JsonObject, { claims }: IssuedToken): Answer {
  return { ...json(200, body), token: { issued: 'managed-identity', claims } }
}

function refused({ status }: Refusal['rule'], body: JsonObject | undefined): Answer {
  return body ? json(status, body) : { status, headers: {}, body: null }
}

function json(status: number, body: JsonObject): Answer {
  const headers = { 'cache-control': 'no-store', 'content-type': 'application/json' }
  return { status, headers, body: JSON.stringify(body) }
}
