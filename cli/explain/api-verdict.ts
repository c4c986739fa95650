import { entraHosts, isGuid } from '../../mock-idp/index.ts'
import { isLoopbackHost } from '../../wire/loopback.ts'
import { claimOf, secondsOf, textOf } from './claims.ts'
import { isGraphAudience } from './known-resources.ts'
import { relativeTime } from './times.ts'
import type { Token } from './token.ts'
import { clientOf, isUserToken, type TokenKind } from './token-kind.ts'

/** One thing that an API has to look at, by its rule. */
export type ApiPoint = { readonly rule: string; readonly what: string }

/** What an API must do with a token. */
export type ApiVerdict = {
  /** Why it must refuse it. Empty: nothing that the token says stands against it. */
  readonly refusals: readonly ApiPoint[]
  /** What the API still has to find out, or to decide by its policy. */
  readonly remaining: readonly ApiPoint[]
}

/** What clocks may differ by, as Microsoft's libraries allow. */
const skewSeconds = 300

/** What an API with this application id must do with exactly this token. */
export function judgeForApi(token: Token, audience: string, nowMs: number): ApiVerdict {
  const refusals = checks.flatMap((check) => check(token, audience, nowMs) ?? [])
  return { refusals, remaining: refusals.length > 0 ? [] : remainingOf(token) }
}

type Check = (token: Token, audience: string, nowMs: number) => ApiPoint | undefined

const point = (rule: string, what: string): ApiPoint => ({ rule, what })

const checks: readonly Check[] = [
  ({ kind }) =>
    kind === 't1' ? point('API-T1', 'It is T1, which only the token exchange takes.') : undefined,
  ({ kind }) =>
    kind === 't2' ? point('API-T2', 'It is T2, which only the token exchange takes.') : undefined,
  ({ header, isSigned }) => {
    const alg = textOf(header, 'alg')
    if (isSigned && alg !== undefined && alg.toLowerCase() !== 'none') return undefined
    return point('API-ALG-NONE', 'Nobody signed it.')
  },
  ({ header }) => {
    const alg = textOf(header, 'alg')
    if (alg === undefined || alg === 'RS256' || alg.toLowerCase() === 'none') return undefined
    return point('API-KEY-CONFUSION', `Its algorithm is ${alg}. Entra signs with RS256 alone.`)
  },
  ({ header }) => {
    const names = ['jwk', 'jku', 'x5u', 'x5c'].filter((name) => Object.hasOwn(header, name))
    if (names.length === 0 && textOf(header, 'kid') !== undefined) return undefined
    const what =
      names.length === 0
        ? 'Its header names no key (kid) of the tenant.'
        : `It brings its own key (${names.join(', ')}). Use keys of the tenant alone.`
    return point('API-KEY-SOURCE', what)
  },
  ({ claims }, audience) => {
    const aud = claimOf(claims, 'aud')
    if (isAudience(aud, audience)) return undefined
    const names = isGraphAudience(aud) ? 'Microsoft Graph' : shown(aud)
    return point('API-AUDIENCE', `It is for ${names}, not for ${audience}.`)
  },
  ({ claims }) => {
    const iss = textOf(claims, 'iss')
    if (iss !== undefined && tenantOfIssuer(iss) !== undefined) return undefined
    return point('API-ISSUER', `Its issuer is ${shown(iss)}, which is no tenant of Entra.`)
  },
  ({ claims }) => {
    const tenant = tenantOfIssuer(textOf(claims, 'iss') ?? '')
    const tid = textOf(claims, 'tid')
    if (tenant === undefined || tid?.toLowerCase() === tenant) return undefined
    return point(
      'API-TENANT-CLAIM',
      `Its tid is ${shown(tid)}, while its issuer is the tenant ${tenant}.`,
    )
  },
  ({ claims }, _, nowMs) => {
    const [from, until] = [secondsOf(claims, 'nbf'), secondsOf(claims, 'exp')]
    if (until === undefined) return point('API-TIME', 'It does not say when it ends (exp).')
    if ((until + skewSeconds) * 1000 <= nowMs) {
      return point('API-TIME', `It expired ${relativeTime(until * 1000, nowMs)}.`)
    }
    if (from === undefined || (from - skewSeconds) * 1000 <= nowMs) return undefined
    return point('API-TIME', `It starts ${relativeTime(from * 1000, nowMs)}.`)
  },
  ({ claims }) => {
    if (textOf(claims, 'scp') !== undefined || rolesOf(claims).length > 0) return undefined
    return isIdToken(claims)
      ? point('API-ID-TOKEN', 'It has neither roles nor scp, and looks like an id_token.')
      : point('API-NO-PERMISSION', 'It has neither roles nor scp.')
  },
]

/** Version 2 names the application id. Version 1 may name an identifier URI, which often holds it. */
function isAudience(aud: unknown, audience: string): boolean {
  return aud === audience || (isGuid(audience) && aud === `api://${audience}`)
}

const issuerPath = /^\/([\da-f-]{36})(?:\/|\/v2\.0)$/i

/** The tenant of an issuer in either form. A test server on this machine is as good as Entra. */
function tenantOfIssuer(iss: string): string | undefined {
  if (!URL.canParse(iss)) return undefined
  const { host, pathname, protocol } = new URL(iss)
  const isKnown = protocol === 'https:' && (entraHosts.includes(host) || isLoopbackHost(host))
  const [, tenant] = issuerPath.exec(pathname) ?? []
  return isKnown && tenant !== undefined && isGuid(tenant) ? tenant.toLowerCase() : undefined
}

const rolesOf = (claims: Token['claims']): readonly unknown[] => {
  const roles = claimOf(claims, 'roles')
  return Array.isArray(roles) ? roles : []
}

const isIdToken = (claims: Token['claims']) =>
  ['nonce', 'preferred_username', 'email'].some((name) => Object.hasOwn(claims, name))

const shown = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value))

const readings: Readonly<Partial<Record<TokenKind, ApiPoint>>> = {
  'agent-for-user': point(
    'API-PEOPLE',
    'An agent acts on behalf of a person. Refuse it if your policy lets only applications in. The person is oid in tid, the agent azp or appid.',
  ),
  'agent-user': point(
    'API-AGENT-USER',
    'The user account of an agent (facet 13), no person. Refuse it if your policy lets only people in.',
  ),
  agent: point(
    'API-APPS',
    'An agent acts for itself. Refuse it if your policy lets only users in.',
  ),
  'agent-without-claims': point(
    'API-AGENT-CLAIMS-ABSENT',
    'No claim names an agent. Refuse it if your policy lets only agents in, and list the claims of agents in optionalClaims.accessToken of your API.',
  ),
}

function remainingOf({ claims, kind }: Token): readonly ApiPoint[] {
  const isUser = isUserToken(claims)
  const permission = isUser
    ? point('API-SCOPE', `Your scope has to be a word of scp: ${shown(textOf(claims, 'scp'))}.`)
    : point('API-ROLE', `Your role has to be one of roles: ${shown(rolesOf(claims))}.`)
  const reading =
    readings[kind] ??
    point('API-AGENT-REQUIRED', 'No agent acts. Refuse it if your policy lets only agents in.')
  const client = clientOf(claims)
  return [
    point('API-SIGNATURE', 'Verify the signature with RS256 and the keys of your tenant.'),
    point('API-TENANT', `The tenant has to be yours: tid is ${shown(textOf(claims, 'tid'))}.`),
    permission,
    reading,
    point(
      'API-AGENT-IDENTITY',
      `If you let some clients in only, compare the client ${shown(client)} and tid. xms_par_app_azp is for logs, never for authorization.`,
    ),
  ]
}
