// Checks the caller of an API that agents of Microsoft Entra call. Copy it.
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'

/** Why a call is refused: 401 for a token that proves nothing, 403 for a caller who may not. */
export class Refusal extends Error {
  constructor(status, error) {
    super(error)
    this.status = status
  }
}

const wordsOf = (text) => (typeof text === 'string' ? text.split(' ').filter(Boolean) : [])

/**
 * @param {object} api
 * @param {string} api.authorityHost such as https://login.microsoftonline.com
 * @param {string} api.tenantId the one tenant whose tokens count
 * @param {string} api.audience the application id of the API
 * @param {string} api.role what applications need
 * @param {string} api.scope what users need
 * @param {object} [api.policy] whom it lets in besides
 */
export function createCallerCheck({ authorityHost, tenantId, audience, role, scope, policy = {} }) {
  const keys = createRemoteJWKSet(new URL(`${authorityHost}/${tenantId}/discovery/v2.0/keys`), {
    // A tenant may sign with a new key at any time.
    cooldownDuration: 5_000,
  })
  // Tokens of version 1 name another host in the public cloud; a mock has one for both.
  const isPublic = authorityHost === 'https://login.microsoftonline.com'
  const first = isPublic ? 'https://sts.windows.net' : authorityHost
  const issuer = [`${authorityHost}/${tenantId}/v2.0`, `${first}/${tenantId}/`]

  return async (authorization = '') => {
    const [, token] = /^bearer +([\w.-]+)$/i.exec(authorization) ?? []
    if (token === undefined) throw new Refusal(401, 'invalid_request')
    const claims = await verified(token)
    if (claims.tid !== tenantId) throw new Refusal(401, 'invalid_token')
    mustBeAllowed(claims)
    return claims
  }

  async function verified(token) {
    try {
      const expected = { issuer, audience, algorithms: ['RS256'], clockTolerance: 300 }
      const required = ['exp', 'iss', 'aud', 'tid']
      const { payload } = await jwtVerify(token, keyFor, { ...expected, requiredClaims: required })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new Refusal(401, 'invalid_token')
      throw error
    }
  }

  /** The document lists keys of other issuers too. */
  async function keyFor(header, token) {
    const key = await keys(header, token)
    const jwk = keys.jwks()?.keys.find(({ kid }) => kid === header.kid)
    const named = jwk?.issuer?.replace('{tenantid}', tenantId)
    if (named !== undefined && !issuer.includes(named)) throw new errors.JWKSNoMatchingKey()
    return key
  }

  function mustBeAllowed(claims) {
    const isForUser = claims.scp !== undefined
    const permissions = isForUser ? wordsOf(claims.scp) : (claims.roles ?? [])
    if (permissions.length === 0) throw new Refusal(401, 'invalid_token')
    if (!permissions.includes(isForUser ? scope : role))
      throw new Refusal(403, 'insufficient_scope')
    const isAllowed = isWelcome(claims, isForUser) && isAllowedAgent(claims, isForUser)
    if (!isAllowed) throw new Refusal(403, 'access_denied')
  }

  function isWelcome(claims, isForUser) {
    const { apps = true, people = true, agentUsers = true } = policy
    const isAgentUser = isForUser && wordsOf(claims.xms_sub_fct).includes('13')
    if (isAgentUser) return agentUsers
    return isForUser ? people : apps
  }

  function isAllowedAgent(claims, isForUser) {
    const { requireAgent, agents, blueprints } = policy
    const actor = new Set(wordsOf(isForUser ? claims.xms_act_fct : claims.xms_sub_fct))
    if (requireAgent && !actor.has('11')) return false
    const client = claims.azp ?? claims.appid
    if (agents && !agents.includes(client)) return false
    if (!blueprints) return true
    return actor.has('11') && blueprints.includes(claims.xms_par_app_azp)
  }
}
