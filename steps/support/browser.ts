import { idOfNobody } from '../../engine/cast/fill.ts'
import { agentIn, applicationIn, resourceIn, userIn } from '../../engine/cast/find-in-draft.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import { harnessUserAgent } from '../../engine/requests/wire-request.ts'
import type { TenantDescription } from '../../mock-idp/index.ts'
import { policyChallenge } from './access-policies.ts'
import type { AgentIdWorld } from './world.ts'

/** What a browser shows, or where it went. */
export type Shown = {
  readonly status: number
  readonly html: string
  readonly location: string
  readonly rule: string | null
}

/** A browser: it keeps a cookie and sends the forms of pages. */
export type Browser = {
  shown: Shown
  /** Goes to a path; with fields, by sending them. */
  readonly open: (path: string, fields?: URLSearchParams) => Promise<void>
  /** Sends a form of the page, with the fields that a person filled in. */
  readonly press: (fields: Fields, changes?: Fields) => Promise<void>
  readonly forgetCookie: () => void
  /** Every cookie that it ever had, newest last. */
  readonly cookies: readonly string[]
}

type Fields = Readonly<Record<string, string>>

const browsers = new WeakMap<AgentIdWorld, Browser>()

/** The browser of a scenario. */
export function browserOf(world: AgentIdWorld): Browser {
  const known = browsers.get(world) ?? newBrowser(world)
  browsers.set(world, known)
  return known
}

/** The scenario goes on in this browser, by default one that was never used; what it used until now comes back. */
export function switchBrowser(world: AgentIdWorld, next: Browser = newBrowser(world)): Browser {
  const former = browserOf(world)
  browsers.set(world, next)
  return former
}

function newBrowser(world: AgentIdWorld): Browser {
  let cookie = ''
  const cookies: string[] = []
  const send = async (path: string, init: RequestInit): Promise<void> => {
    await world.directory.ready()
    const headers = { ...(cookie && { cookie }), 'user-agent': harnessUserAgent }
    const response = await world.target.request(path, {
      ...init,
      headers: { ...headers, ...init.headers },
      redirect: 'manual',
    })
    const given = response.headers.get('set-cookie')?.split(';')[0]
    if (given !== undefined) cookies.push(given)
    cookie = given ?? cookie
    browser.shown = {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location') ?? '',
      rule: response.headers.get('x-mock-rule'),
    }
    if (response.status === 303) return send(browser.shown.location, {})
    world.heard(asAnswer(browser.shown, response.headers))
  }
  const browser: Browser = {
    shown: { status: 0, html: '', location: '', rule: null },
    open: (path, fields) => send(path, fields ? { method: 'POST', body: fields } : {}),
    cookies,
    press: (fields, changes = {}) => {
      const form = browser.shown.html.split('<form')[1] ?? ''
      const action = plain(/action="([^"]*)"/.exec(form)?.[1] ?? '')
      const hidden = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      const carried = hidden.map(([, name = '', value = '']) => [name, plain(value)])
      const body = new URLSearchParams({ ...Object.fromEntries(carried), ...fields, ...changes })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return send(action, { method: 'POST', body: String(body), headers })
    },
    forgetCookie: () => {
      cookie = ''
    },
  }
  return browser
}

/** What the answer says of a refusal, on a page or behind a redirect, which has no status of an error. */
function asAnswer({ status, html, location }: Shown, headers: Headers): Answer {
  const parameters = parametersAt(location)
  const [, error, aadsts] = /<main [^>]*data-error="([^"]*)" data-aadsts="(\d+)"/.exec(html) ?? []
  const told = parameters.get('error') ?? error
  const number = /^AADSTS(\d+)/.exec(parameters.get('error_description') ?? '')?.[1] ?? aadsts
  const isRefusal = told !== undefined
  const body = { error: told ?? '', error_codes: [Number(number)] }
  const redirected = told === 'invalid_client' ? 401 : 400
  return {
    status: isRefusal && status === 302 ? redirected : status,
    headers,
    text: html,
    body: isRefusal ? body : undefined,
    token: undefined,
  }
}

/** Of the fragment or the query of an address. */
export function parametersAt(location: string): URLSearchParams {
  const [before = '', fragment = ''] = location.split('#')
  return new URLSearchParams(fragment || before.split('?')[1] || '')
}

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The first part of a path: of a tenant by its name in the cast, or a name that means every tenant. */
export function tenantSegment({ directory }: AgentIdWorld, tenant: string): string {
  const isShared = ['common', 'organizations', 'consumers'].includes(tenant)
  return isShared ? tenant : directory.tenantId(tenant as 'Contoso')
}

const drafts = new WeakMap<AgentIdWorld, TenantDescription>()

/** The tenant as it began: to ask for it later would make it anew, without what people consented to. */
async function draftOf(world: AgentIdWorld): Promise<TenantDescription> {
  if (!drafts.has(world)) {
    await world.directory.change(
      'Contoso',
      (draft) => void drafts.set(world, structuredClone(draft)),
    )
  }
  return drafts.get(world) ?? { tenantId: '', displayName: '' }
}

/** Who and what the words of a sign-in stand for: `{Bea}` a user name, `{Intranet}` a client id. */
export async function wordsOf(world: AgentIdWorld): Promise<(text: string) => string> {
  const draft = await draftOf(world)
  const users = draft.users ?? []
  return (text) =>
    text.replace(/\{([\w ]+?)\}/g, (_, name: string) => {
      const literal = literals[name]
      if (literal !== undefined) return literal
      if (name === name.toUpperCase()) return inCapitals(name, draft)
      if (name === 'Booking') return agentIn(draft, name).id
      if (name === 'Orders API') return resourceIn(draft, name).appId
      const isPerson = users.some(({ displayName }) => displayName.split(' ')[0] === name)
      return isPerson ? userIn(draft, name).userPrincipalName : applicationIn(draft, name).appId
    })
}

/** A name in capitals stands for what it is called, in capitals too. */
function inCapitals(name: string, draft: TenantDescription): string {
  if (name === 'BEA') return userIn(draft, 'Bea').userPrincipalName.toUpperCase()
  return applicationIn(draft, 'Intranet').appId.toUpperCase()
}

/** RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const literals: Readonly<Record<string, string>> = {
  nobody: idOfNobody,
  S256: challenge,
  verifier,
  VERIFIER: verifier.toUpperCase(),
  challenge: policyChallenge,
}
