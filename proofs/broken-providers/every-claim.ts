import type { Claims } from '../token-kinds.ts'
import { holdsForADay, isAgent, isForApi, isOfBlueprint, isT1, isT2, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { otherThanFirst, previous } from './seen-tokens.ts'
import { mistyped, wrong } from './wrong-claims.ts'

/** A kind of token: what it says, and the rule about it. */
export type TokenKind = {
  readonly name: string
  readonly is: (claims: Claims) => boolean
  readonly rule: string
  readonly claims: readonly string[]
}

const common = ['aud', 'exp', 'iat', 'iss', 'nbf', 'oid', 'sub', 'tid', 'uti', 'ver'] as const
const opaque = ['aio', 'rh', 'xms_ftd'] as const
const graph = [
  'app_displayname',
  'appid',
  'appidacr',
  'idp',
  'idtyp',
  'tenant_region_scope',
] as const
const facets = ['xms_act_fct', 'xms_sub_fct', 'xms_idrel'] as const
const ofGraph = [
  ...common,
  ...opaque,
  ...graph,
  ...facets,
  'wids',
  'xms_rd',
  'xms_tcdt',
  'xms_tnt_fct',
]
const versionTwo = [...common, ...opaque, 'azp', 'azpacr']
const ofExchange = [...versionTwo, 'idtyp', ...facets, 'xms_ficinfo']

export const tokenKinds: readonly TokenKind[] = [
  { name: 'T1', is: isT1, rule: 'TOKEN-T1', claims: ofExchange },
  { name: 'T2', is: isT2, rule: 'TOKEN-T2', claims: [...ofExchange, 'xms_par_app_azp'] },
  {
    name: 'the Graph token of an agent identity',
    is: (claims) => isAgent(claims) && claims.ver === '1.0',
    rule: 'TOKEN-AGENT',
    claims: [...ofGraph, 'xms_par_app_azp'],
  },
  {
    name: 'the Graph token of a blueprint',
    is: isOfBlueprint,
    rule: 'TOKEN-BLUEPRINT',
    claims: [...ofGraph, 'roles', 'xms_acd'],
  },
  { name: 'a token for an API', is: isForApi, rule: 'TOKEN-API', claims: versionTwo },
  {
    name: 'the token of a managed identity',
    is: holdsForADay,
    rule: 'MI-TOKEN',
    claims: [...versionTwo, 'idtyp'],
  },
]

/** What is about a claim in every kind of token. The rule of the kind is about all others. */
const rulesOfClaims: Readonly<Record<string, string>> = {
  exp: 'TOKEN-LIFETIME',
  iat: 'TOKEN-LIFETIME',
  nbf: 'TOKEN-LIFETIME',
  uti: 'TOKEN-UNIQUE',
  tid: 'TOKEN-TENANT',
  azpacr: 'TOKEN-CREDENTIAL',
  appidacr: 'TOKEN-CREDENTIAL',
  roles: 'TOKEN-ROLES',
}

const isFacet = (claim: string) => /^xms_(act_fct|sub_fct|tnt_fct|idrel)$/.test(claim)

/** The rules that are about a claim in a kind of token; each of them has to notice alone. */
function ruleOf({ name, rule }: TokenKind, claim: string): string {
  if (name === 'T1' && claim === 'sub') return 'TOKEN-T1-SUBJECT'
  if (rule === 'MI-TOKEN') return claim === 'uti' ? 'TOKEN-UNIQUE' : rule
  if (isFacet(claim) && rule !== 'TOKEN-BLUEPRINT') return 'TOKEN-FACETS'
  if (name === 'T1' && claim === 'iss') return 'TOKEN-TENANT'
  return rulesOfClaims[claim] ?? rule
}

const everyClaim = tokenKinds.flatMap((kind) => kind.claims.map((claim) => ({ kind, claim })))
type ClaimOfKind = (typeof everyClaim)[number]

const missing = ({ kind, claim }: ClaimOfKind): BrokenProvider => ({
  name: `${kind.name} lacks ${claim}`,
  breaks: [claim === 'roles' ? 'TOKEN-ROLES' : kind.rule],
  options: said(kind.is, () => ({ [claim]: undefined })),
})

const ofAnotherType = ({ kind, claim }: ClaimOfKind): BrokenProvider => ({
  name: `${kind.name} has ${claim} of another type`,
  breaks: ['TOKEN-TYPES'],
  options: said(kind.is, (claims) => ({ [claim]: mistyped(claims[claim]) })),
})

/** Nothing is known of the value of an opaque claim. */
const hasKnownValue = ({ claim }: ClaimOfKind) =>
  !['aio', 'rh', 'uti', 'xms_acd', 'xms_ftd', 'xms_rd', 'xms_tcdt'].includes(claim)

const ofAnotherValue = ({ kind, claim }: ClaimOfKind): BrokenProvider => ({
  name: `${kind.name} has a wrong ${claim}`,
  breaks: [ruleOf(kind, claim)],
  options: said(kind.is, (claims) => ({ [claim]: wrong(claim, claims[claim]) })),
})

/** A fault that shows in tokens of a second client alone. */
const ofSecondClient = ({ kind, claim }: ClaimOfKind): BrokenProvider => ({
  name: `${kind.name} has a wrong ${claim} unless it is the first of its tenant`,
  breaks: [ruleOf(kind, claim)],
  options: said(otherThanFirst(kind.is), (claims) => ({ [claim]: wrong(claim, claims[claim]) })),
})

/** What tells clients and tokens apart. */
const identifying = ['appid', 'azp', 'oid', 'sub', 'uti', 'xms_par_app_azp', 'app_displayname']

const ofAnotherToken = ({ kind, claim }: ClaimOfKind): BrokenProvider => ({
  name: `${kind.name} has the ${claim} of the token before`,
  breaks: [ruleOf(kind, claim)],
  options: said(kind.is, previous(kind.is, claim)),
})

/** Kinds of which a scenario obtains more than one. */
const isOfMany = ({ kind }: ClaimOfKind) => kind.rule !== 'MI-TOKEN'
/** A token for an API is obtained of agent identities alone where it is compared, and one has roles. */
const isJudgedApart = ({ kind, claim }: ClaimOfKind) =>
  !(kind.rule === 'TOKEN-API' && ['exp', 'iat', 'nbf'].includes(claim))

const withRoles = (name: string, roles: unknown, is: (claims: Claims) => boolean) => ({
  name,
  breaks: ['TOKEN-ROLES'],
  options: said(is, () => ({ roles })),
})

/** Roles that somebody else has. */
const rolesOfOthers: readonly BrokenProvider[] = tokenKinds
  .filter(({ rule }) => ['TOKEN-AGENT', 'TOKEN-BLUEPRINT', 'TOKEN-API'].includes(rule))
  .flatMap(({ name, is, rule }) => [
    {
      name: `${name} has the roles of the token before`,
      breaks: ['TOKEN-ROLES'],
      options: said(is, previous(is, 'roles')),
    },
    withRoles(`${name} has no roles`, undefined, is),
    withRoles(`${name} has roles that hold nothing`, [], is),
    withRoles(
      `${name} has the role of ${rule === 'TOKEN-BLUEPRINT' ? 'an agent identity' : 'a blueprint'}`,
      [rule === 'TOKEN-BLUEPRINT' ? 'Mail.Send' : 'AgentIdentity.CreateAsManager'],
      is,
    ),
  ])

/** Every claim of every kind of token: missing, of another type, wrong, wrong in a second client, or of another token. */
export const everyClaimWrong: readonly BrokenProvider[] = [
  ...everyClaim.map(missing),
  ...rolesOfOthers,
  ...everyClaim.map(ofAnotherType),
  ...everyClaim.filter(hasKnownValue).map(ofAnotherValue),
  ...everyClaim
    .filter((one) => hasKnownValue(one) && isOfMany(one) && isJudgedApart(one))
    .map(ofSecondClient),
  ...everyClaim
    .filter((one) => identifying.includes(one.claim) && isOfMany(one))
    .map(ofAnotherToken),
]

/** Of every family one, for each kind of token another: enough for every day. */
export const someClaimsWrong: readonly BrokenProvider[] = tokenKinds.flatMap(({ name }, at) => {
  const ofKind = everyClaimWrong.filter((one) => one.name.startsWith(`${name} `))
  const one = ofKind[Math.floor((ofKind.length * (at + 0.5)) / tokenKinds.length)]
  return one ? [one] : []
})
