import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { broken, changedBody } from '../broken-answers.ts'
import {
  graphPath,
  keySet,
  sharedDocument,
  tenantDocument,
  tokenPath,
  versionOneDocument,
} from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { tokenKinds } from './every-claim.ts'
import { mistyped } from './wrong-claims.ts'

type Body = Readonly<Record<string, unknown>>
type Change = (body: Body, member: string) => Body

/** An answer that grants: where it comes from, and which rules are about its members. */
type Answer = {
  readonly name: string
  readonly change: (change: (body: Body) => Body) => InProcessOptions
  readonly members: readonly string[]
  /** The rule that demands a member, and the one that demands its type. */
  readonly rules: readonly [present: string, typed: string]
}

const lost: Change = (body, member) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== member))
const mistypedMember: Change = (body, member) =>
  member in body ? { ...body, [member]: mistypedJson(body[member]) } : body
const renamed: Change = (body, member) =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name === member ? camel(name) : name, value]),
  )

function mistypedJson(value: unknown): unknown {
  if (typeof value === 'boolean') return String(value)
  return value === null ? 0 : mistyped(value)
}

/** `expires_in` as `expiresIn`, and `keys` as `Keys`. */
function camel(name: string): string {
  const joined = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return joined === name ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : joined
}

const inBody = (path: RegExp) => (change: (body: Body) => Body) => changedBody(path, 200, change)
const inEntries = (path: RegExp, list: string) => (change: (body: Body) => Body) =>
  changedBody(path, 200, (body) => {
    const entries = body[list]
    return Array.isArray(entries) ? { ...body, [list]: entries.map(change) } : body
  })

/** The answers with tokens of one kind. */
const withTokens = (is: (claims: Body) => boolean) => (change: (body: Body) => Body) =>
  changedBody(tokenPath, 200, (body) => {
    const claims = readJwt(String(body.access_token))?.claims
    return claims && is(claims) ? change(body) : body
  })

const judged = ['TOKEN-T1', 'TOKEN-T2', 'TOKEN-AGENT', 'TOKEN-BLUEPRINT']
const endpoints = ['token_endpoint', 'jwks_uri', 'authorization_endpoint']
const lists = [
  'response_types_supported',
  'response_modes_supported',
  'subject_types_supported',
  'scopes_supported',
  'id_token_signing_alg_values_supported',
  'token_endpoint_auth_methods_supported',
  'claims_supported',
]
const documents = ['issuer', ...endpoints, ...lists]
const ids = ['id', 'displayName']

const answers: readonly Answer[] = [
  ...tokenKinds
    .filter(({ rule }) => judged.includes(rule))
    .map(({ name, is }) => ({
      name: `the answer with ${name}`,
      change: withTokens(is),
      members: ['token_type', 'expires_in', 'ext_expires_in'],
      rules: ['TOKEN-ANSWER', 'TOKEN-ANSWER-TYPES'] as const,
    })),
  {
    name: 'the document of a tenant',
    change: inBody(tenantDocument),
    members: documents,
    rules: ['DISC-TYPES', 'DISC-TYPES'],
  },
  {
    name: 'the version 1 document',
    change: inBody(versionOneDocument),
    members: documents,
    rules: ['DISC-TYPES', 'DISC-TYPES'],
  },
  {
    name: 'the document of all tenants',
    change: inBody(sharedDocument),
    members: documents,
    rules: ['DISC-TYPES', 'DISC-TYPES'],
  },
  {
    name: 'a published key',
    change: inEntries(keySet, 'keys'),
    members: ['kty', 'use', 'kid', 'x5t', 'n', 'e', 'x5c'],
    rules: ['KEYS-ENTRY', 'DISC-TYPES'],
  },
  {
    name: 'instance discovery',
    change: inEntries(/\/discovery\/instance$/, 'metadata'),
    members: ['preferred_network', 'preferred_cache', 'aliases'],
    rules: ['DISC-ALIASES', 'DISC-TYPES'],
  },
  {
    name: 'the answer of the instance metadata service',
    change: inBody(/\/metadata\/identity\/oauth2\/token$/),
    members: [
      'client_id',
      'expires_in',
      'expires_on',
      'ext_expires_in',
      'not_before',
      'token_type',
    ],
    rules: ['MI-ANSWER', 'MI-ANSWER'],
  },
  {
    name: 'the answer of App Service',
    change: inBody(/\/msi\/token$/),
    members: ['client_id', 'expires_on', 'not_before', 'resource', 'token_type'],
    rules: ['MI-ANSWER', 'MI-ANSWER'],
  },
  {
    name: 'a directory object',
    change: inBody(graphPath),
    members: [...ids, 'appId', 'createdDateTime', 'accountEnabled', 'agentIdentityBlueprintId'],
    rules: ['GRAPH-ANSWER-TYPES', 'GRAPH-ANSWER-TYPES'],
  },
  {
    name: 'an entry of a directory listing',
    change: inEntries(graphPath, 'value'),
    members: [...ids, 'accountEnabled'],
    rules: ['GRAPH-ANSWER-TYPES', 'GRAPH-ANSWER-TYPES'],
  },
]

const flaws: readonly (readonly [flaw: string, change: Change, rule: 0 | 1])[] = [
  ['lacks', lost, 0],
  ['has another type of', mistypedMember, 1],
  ['spells in another way', renamed, 0],
]

const membersWrong = answers.flatMap(({ name, change, members, rules }) =>
  members.flatMap((member) =>
    flaws.map(([flaw, flawed, rule]) => ({
      name: `${name} ${flaw} ${member}`,
      breaks: [rules[rule]],
      options: change((body) => flawed(body, member)),
    })),
  ),
)

function header(path: RegExp, name: string, value: string | undefined): InProcessOptions {
  return broken(path, async (answer) => {
    const headers = new Headers(answer.headers)
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
    const text = await answer.text()
    // Deleting it would make the answer say text/plain.
    if (value === undefined && name === 'content-type')
      headers.set(name, 'application/octet-stream')
    return new Response(text || null, { status: answer.status, headers })
  })
}

const places: readonly (readonly [name: string, path: RegExp, rule: string])[] = [
  ['the token endpoint', tokenPath, 'TOKEN-ANSWER-TYPES'],
  ['the document of a tenant', tenantDocument, 'DISC-TYPES'],
  ['the version 1 document', versionOneDocument, 'DISC-TYPES'],
  ['the document of all tenants', sharedDocument, 'DISC-TYPES'],
  ['the key set', keySet, 'DISC-TYPES'],
  ['instance discovery', /\/discovery\/instance$/, 'DISC-TYPES'],
  ['the instance metadata service', /\/metadata\/identity\/oauth2\/token$/, 'MI-ANSWER'],
  ['App Service', /\/msi\/token$/, 'MI-ANSWER'],
  ['the directory', graphPath, 'GRAPH-ANSWER-TYPES'],
]

const headersWrong = places.flatMap(([name, path, rule]) =>
  ['text/html', 'text/plain; charset=utf-8', undefined].map((type) => ({
    name: `${name} answers ${type ?? 'bytes of no type'}`,
    breaks: [rule],
    options: header(path, 'content-type', type),
  })),
)

const cachingWrong = [
  ['cache-control', 'max-age=3600, private'],
  ['cache-control', undefined],
  ['pragma', undefined],
  ['expires', 'Thu, 01 Jan 2099 00:00:00 GMT'],
].map(([name = '', value]) => ({
  name: `the token endpoint answers ${value ?? 'nothing'} in ${name}`,
  breaks: ['ERROR-CACHE'],
  options: header(tokenPath, name, value),
}))

/** Answers that grant, with a member or a header that is missing, of another type or spelled otherwise. */
export const everyAnswerWrong: readonly BrokenProvider[] = [
  ...membersWrong,
  ...headersWrong,
  ...cachingWrong,
]

/** A few of them, from all over. */
export const someAnswersWrong = everyAnswerWrong.filter((_, at) => at % 29 === 7)
