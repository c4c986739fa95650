import type { JournalEntry } from '../mock-idp/index.ts'
import { isJsonObject } from '../wire/json-object.ts'
import { told } from './told.ts'
import type { Trail } from './trail.ts'

/**
 * The step of the flow that a token request belongs to. `t2`: T1 is redeemed for the token exchange, as an agent user
 * needs it.
 */
export type Leg = 't1' | 'redemption' | 't2' | 'obo' | 'agentUser' | 'refresh' | 'other'

const exchangeScope =
  /^(api:\/\/azureadtokenexchange(usgov|china)?|fb60f99c-7a34-4190-8149-302f77469936)\/\.default$/i

/** T1 names the agent identity after the last slash: `/eid1/c/pub/t/…/a/…/<agent>`. */
const t1Subject = /^\/eid1\/.*\/([^/]+)$/

export type Claims = Readonly<Record<string, unknown>>

export function isTokenRequest({ endpoint }: JournalEntry): boolean {
  return endpoint === 'token'
}

/**
 * Scopes that may stand beside those of a resource: learn.microsoft.com/entra/identity-platform/scopes-oidc names these
 * four, and MSAL adds all but `email` to requests by itself.
 */
const oidcScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

/** The scope, without those that some libraries add to every request. */
export function scopeOf({ parameters }: JournalEntry): string {
  return ofResources(parameters.scope ?? '').join(' ')
}

function ofResources(scope: string): readonly string[] {
  return scope.split(' ').filter((one) => one !== '' && !oidcScopes.includes(one.toLowerCase()))
}

/** Compares scopes of resources as sets, without regard to case. */
export function sameScope(one: string, other: string): boolean {
  const [mine, others] = [one, other].map((scope) => new Set(ofResources(scope.toLowerCase())))
  return mine?.size === others?.size && [...(mine ?? [])].every((scope) => others?.has(scope))
}

/** Whether both are for the same resources, whichever permissions of them. */
export function sameResources(one: string, other: string): boolean {
  const named = (scope: string) =>
    ofResources(scope).map((name) => `${name.slice(0, name.lastIndexOf('/'))}/*`)
  return sameScope(named(one).join(' '), named(other).join(' '))
}

/** The permissions that a scope names; `.default` names none. */
export function permissionsIn(scope: string): readonly string[] {
  const names = ofResources(scope).map((name) => name.slice(name.lastIndexOf('/') + 1))
  return names.filter((name) => name.toLowerCase() !== '.default')
}

export function asksForTheExchange(entry: JournalEntry): boolean {
  return exchangeScope.test(scopeOf(entry))
}

/** The agent identity that the presented T1 names; undefined without a T1. */
export function agentOfPresentedT1(entry: JournalEntry): string | undefined {
  return t1Subject.exec(told(assertionClaims(entry)?.sub ?? ''))?.[1]
}

export function legOf(entry: JournalEntry): Leg {
  if (!isTokenRequest(entry)) return 'other'
  const { grant_type: grant } = entry.parameters
  if (grant === 'user_fic') return 'agentUser'
  if (grant === 'refresh_token') return 'refresh'
  if (grant === jwtBearer) return namesUser(entry) ? 'agentUser' : 'obo'
  if (agentOfPresentedT1(entry) !== undefined)
    return asksForTheExchange(entry) ? 't2' : 'redemption'
  return asksForTheExchange(entry) || entry.parameters.fmi_path !== undefined ? 't1' : 'other'
}

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** Only a request for an agent user does; that of 2025 had the grant type of an exchange. */
function namesUser({ parameters }: JournalEntry): boolean {
  return parameters.user_id !== undefined || parameters.username !== undefined
}

export function assertionClaims({ assertion }: JournalEntry): Claims | undefined {
  return claimsIn(assertion)
}

export function claimsIn(view: JournalEntry['assertion']): Claims | undefined {
  return isJsonObject(view?.claims) ? view.claims : undefined
}

export function assertionHeader({ assertion }: JournalEntry): Claims | undefined {
  return isJsonObject(assertion?.header) ? assertion.header : undefined
}

/** Compares ids without regard to case. */
export function same(one: unknown, other: unknown): boolean {
  return told(one).toLowerCase() === told(other).toLowerCase()
}

/** Whether a token is for the token exchange, as T1 and T2 are. */
export function isForTheExchange({ aud }: Claims): boolean {
  return exchangeScope.test(`${told(aud ?? '')}/.default`)
}

/** Whether a client is an agent identity: somebody asked for its T1, or the caller named it. */
export function isAgent(client: string | undefined, { requests, asked = [] }: Trail): boolean {
  if (client === undefined) return false
  return (
    asked.some(({ agentIdentity }) => same(agentIdentity, client)) ||
    requests.some(({ parameters }) => same(parameters.fmi_path ?? '', client))
  )
}

/** Who asks: `client_id` may stand in the body, or in HTTP Basic alone. */
export function clientOf({ parameters, basicClientId }: JournalEntry): string | undefined {
  return parameters.client_id ?? basicClientId
}

/** The first segment of the path: the tenant as the client wrote it. */
export function tenantNameInPath({ path }: JournalEntry): string {
  return path.split('/')[1] ?? ''
}
