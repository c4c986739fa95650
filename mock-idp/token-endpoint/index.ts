import type { Answer, Endpoint } from '../exchange/endpoint.ts'
import { issuingTenant } from '../home-tenant/index.ts'
import { signToken } from '../tokens/sign-token.ts'
import { mintingAt, type World } from '../world.ts'
import { authenticateClient } from './authenticate-client/index.ts'
import { checkSharedName } from './check-shared-name.ts'
import { findClient } from './find-client.ts'
import { findTenant } from './find-tenant.ts'
import { grants } from './grants/index.ts'
import { checkForm, parseRequest } from './parse-request.ts'
import { answerPreflight, isPreflight } from './preflight.ts'
import { respondIssued, respondRefused } from './respond.ts'
import type { Session } from './session.ts'

/** `POST /{tenant}/oauth2/v2.0/token` */
export const tokenEndpoint: Endpoint = {
  kind: 'token',
  reads: 'form',
  viewer: 'sts',
  findTenant: issuingTenant,
  decide: answerTokenRequest,
  refuse: respondRefused,
}

/** From a token request to its answer. The order of the lines is the order of enforcement. */
async function answerTokenRequest(opened: Session, world: World): Promise<Answer> {
  if (isPreflight(opened.request)) return answerPreflight(opened.request)
  checkForm(opened)
  const session = findTenant(opened)
  const request = parseRequest(session)
  const client = findClient(request.clientId, session, world)
  checkSharedName(client, session)
  const flow = grants[request.grantType]
  flow.admit?.(client, session)
  const proof = flow.prove
    ? await flow.prove(request, client, session, world)
    : await authenticateClient(request, client, session, world, flow)
  const grant = await flow.decide(request, client, proof, session, world)
  const minting = mintingAt(session, world)
  const token = await signToken(minting, grant.target.resource, await grant.claims(minting))
  return respondIssued(grant, token, await grant.more?.(minting), minting.lifetimes, session)
}
