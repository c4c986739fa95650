import { Refusal } from '../answers/refusal.ts'
import { isGuid } from '../directory/guid.ts'
import { signToken } from '../tokens/sign-token.ts'
import { mintingAt, type World } from '../world.ts'
import { authenticateClient } from './authenticate-client/index.ts'
import { findClient } from './find-client.ts'
import { findTenant } from './find-tenant.ts'
import { grants } from './grants/index.ts'
import type { Form } from './parse-form.ts'
import { checkForm, parseRequest, readForm } from './parse-request.ts'
import { respondIssued, respondRefused, type TokenAnswer } from './respond.ts'
import { openSession, type Session } from './session.ts'
import type { TokenHttpRequest } from './token-http-request.ts'

export type { Decision, Outcome, TokenAnswer } from './respond.ts'
export type { TokenHttpRequest } from './token-http-request.ts'

/** `POST /{tenant}/oauth2/v2.0/token`, from the request to the answer. The order of the lines is the order of enforcement. */
export async function answerTokenRequest(
  http: TokenHttpRequest,
  world: World,
): Promise<TokenAnswer> {
  const opened = openSession(http, world)
  const form = await readForm(http)
  try {
    checkForm(form, http, opened)
    const session = findTenant(opened)
    const request = parseRequest(form, http.authorization, session)
    const client = findClient(request.clientId, session, world)
    const proof = await authenticateClient(request, client, session, world)
    const grant = grants[request.grantType](request, client, proof, session)
    const minting = mintingAt(session, world)
    const token = await signToken(minting, grant.target.resource, grant.claims(minting))
    return respondIssued(grant, token, minting.lifetimes, answerable(http, form, session))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return respondRefused(error, answerable(http, form, opened))
  }
}

function answerable(http: TokenHttpRequest, { parameters, repeated }: Form, session: Session) {
  const { nowMs, traceId, origin } = session
  const asked = http.correlationId ?? parameters.get('client-request-id') ?? ''
  const correlationId = isGuid(asked) ? asked : traceId
  return {
    seen: {
      tenantId: session.tenant?.id,
      atMs: nowMs,
      traceId,
      correlationId,
      parameters,
      repeated,
      rulesLookedAt: session.examination.lookedAt,
    },
    occasion: { nowMs, traceId, correlationId, origin },
    returnCorrelationId: http.returnCorrelationId,
  }
}
