import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import * as openid from 'openid-client'

export type WebAppOptions = {
  readonly configuration: openid.Configuration
  /** Of the agent, for whose blueprint it asks for a token. */
  readonly apiUrl: string
  readonly scope: string
}

type Session = {
  /** What the answer to a request has to fit. */
  readonly checks?: openid.AuthorizationCodeGrantChecks
  readonly signedIn?: { readonly name: string; readonly idToken: string; readonly tc: string }
  readonly answer?: string
  /** Whether the person waits for an answer of the agent, and has to sign in before. */
  readonly isWaiting?: boolean
}

/** A web application at which people sign in, and which asks an agent for them. */
export function webApp({ configuration, apiUrl, scope }: WebAppOptions): Hono {
  const sessions = new Map<string, Session>()
  const app = new Hono()

  const idOf = (context: Context) => getCookie(context, 'session') ?? ''
  const sessionOf = (context: Context) => sessions.get(idOf(context)) ?? {}
  const signedInAt = (context: Context) => new URL('/signed-in', context.req.url).href

  async function signIn(context: Context, more: Session, claims?: string) {
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()]
    const id = idOf(context) || randomUUID()
    const checks = { pkceCodeVerifier, expectedState, expectedNonce }
    sessions.set(id, { ...sessions.get(id), ...more, checks })
    setCookie(context, 'session', id, { httpOnly: true, sameSite: 'Lax' })
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: signedInAt(context),
      scope: `openid profile ${scope}`,
      state: expectedState,
      nonce: expectedNonce,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...(claims !== undefined && { claims }),
    })
    return context.redirect(url.href, 303)
  }

  async function ask(context: Context) {
    const { signedIn } = sessionOf(context)
    const headers = { authorization: `Bearer ${signedIn?.tc}` }
    const response = await fetch(`${apiUrl}/who-am-i`, { headers })
    const challenge = response.headers.get('www-authenticate') ?? ''
    const claims = /error="insufficient_claims", claims="([^"]+)"/.exec(challenge)?.[1]
    if (response.status === 401 && claims !== undefined) {
      return signIn(context, { isWaiting: true }, Buffer.from(claims, 'base64').toString())
    }
    const answer = await response.text()
    sessions.set(idOf(context), { ...sessionOf(context), answer, isWaiting: false })
    return context.redirect('/', 303)
  }

  app.get('/', (context) => context.html(home(sessionOf(context))))
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/sign-in', (context) => signIn(context, {}))
  app.post('/ask', ask)

  app.get('/signed-in', async (context) => {
    const { checks, isWaiting } = sessionOf(context)
    // Whoever signed out comes back here too.
    if (!checks) return context.redirect('/', 303)
    const returned = new URL(context.req.url)
    const tokens = await openid.authorizationCodeGrant(configuration, returned, checks)
    const name = String(tokens.claims()?.name)
    const signedIn = { name, idToken: tokens.id_token ?? '', tc: tokens.access_token }
    sessions.set(idOf(context), { signedIn })
    return isWaiting ? ask(context) : context.redirect('/', 303)
  })

  app.get('/sign-out', (context) => {
    const { signedIn } = sessionOf(context)
    sessions.delete(idOf(context))
    const url = openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: signedInAt(context),
      id_token_hint: signedIn?.idToken ?? '',
    })
    return context.redirect(url.href, 303)
  })
  return app
}

function home({ signedIn, answer = '' }: Session) {
  const page = signedIn
    ? html`<p>Hello, ${signedIn.name}</p>
<form method="post" action="/ask"><button>Ask the agent who I am</button></form>
<pre data-testid="answer">${answer}</pre><a href="/sign-in">Sign in again</a> <a href="/sign-out">Sign out</a>`
    : html`<a href="/sign-in">Sign in</a>`
  return html`<!doctype html><html lang="en"><title>Intranet</title>${page}</html>`
}
