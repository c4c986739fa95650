import { Hono } from 'hono'
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose'
import { type AgentIdentityClient, ClaimsChallengeError } from '../../../../client/index.ts'
import type { TrustingFetch } from '../../../../wire/trusting-fetch.ts'

export type AgentApiOptions = {
  /** Of the tenant, without `/v2.0`. */
  readonly authority: string
  /** Whom callers need a token for. */
  readonly blueprintClientId: string
  readonly agentIdentityId: string
  readonly client: AgentIdentityClient
  readonly graphUrl: string
  readonly fetch: TrustingFetch['fetch']
}

/** The API of an agent: it hears Tc, and looks at Microsoft Graph who the person is, on behalf of them. */
export function agentApi(options: AgentApiOptions): Hono {
  const { authority, blueprintClientId, agentIdentityId, client, graphUrl, fetch } = options
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`), {
    [customFetch]: (url, { method, headers, signal }) => fetch(url, { method, headers, signal }),
  })
  const expected = { issuer: `${authority}/v2.0`, audience: blueprintClientId }
  const app = new Hono()

  app.get('/who-am-i', async (context) => {
    const tc = context.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
    await jwtVerify(tc, keys, expected)
    const { token } = await client.onBehalfOf(tc, {
      agentIdentityId,
      scope: 'https://graph.microsoft.com/User.Read',
      // Policies are looked at when a token is issued, and the story makes one between two calls.
      forceRefresh: true,
    })
    const headers = { authorization: `Bearer ${token}` }
    const userinfo = await fetch(`${graphUrl}/oidc/userinfo`, { headers })
    const { name } = (await userinfo.json()) as { readonly name: string }
    const { oid, appid, idtyp, amr } = decodeJwt(token)
    return context.json({ name, oid, appid, idtyp, amr })
  })

  app.onError((error, context) => {
    if (!(error instanceof ClaimsChallengeError)) return context.text(String(error), 500)
    // learn.microsoft.com/entra/identity-platform/claims-challenge
    const claims = Buffer.from(error.claims).toString('base64')
    const authorize = `${authority}/oauth2/v2.0/authorize`
    const challenge = `Bearer realm="", authorization_uri="${authorize}", error="insufficient_claims", claims="${claims}"`
    return context.text('', 401, { 'www-authenticate': challenge })
  })
  return app
}
