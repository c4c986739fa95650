import { isGuid } from '../../mock-idp/index.ts'
import { readAgentSubject } from './agent-subject.ts'
import { textOf } from './claims.ts'
import { knownResource } from './known-resources.ts'
import { type Reading, readText } from './reading.ts'
import { clientOf, type TokenKind } from './token-kind.ts'

const tokenEndpoint = /^https?:\/\/[^/]+\/([^/]+)\/oauth2\/(?:v2\.0\/)?token$/

export const audience: Reading = readText((text) => {
  const resource = knownResource(text)
  if (resource !== undefined) return resource
  const [, tenant] = tokenEndpoint.exec(text) ?? []
  if (tenant !== undefined) return `the token endpoint of tenant ${tenant}`
  return isGuid(text) ? 'the application id of a resource' : 'a resource, by its URI'
})

export const issuer: Reading = readText((text) => {
  if (isGuid(text)) return 'a client that signs its own assertion'
  if (!URL.canParse(text)) return undefined
  const { host, pathname } = new URL(text)
  const [tenant = '', version] = pathname.split('/').filter(Boolean)
  if (!isGuid(tenant)) return `an issuer at ${host}`
  return `tenant ${tenant} at ${host}, ${version === 'v2.0' ? 'v2.0' : 'v1.0'} form`
})

const clients: Readonly<Partial<Record<TokenKind, string>>> = {
  t1: 'the blueprint (captured)',
  t2: 'the agent identity (captured)',
  'managed-identity': 'the client id of the managed identity (captured)',
  agent: 'the agent identity',
  'agent-without-claims': 'the agent identity, if it is one',
  'agent-for-user': 'the agent identity',
  'agent-user': 'the agent identity',
  blueprint: 'the blueprint (captured)',
}
export const client: Reading = (_value, { kind }) => clients[kind]

const objects: Readonly<Partial<Record<TokenKind, string>>> = {
  t1: "the blueprint's principal in this tenant, not the agent identity (captured)",
  t2: 'the agent identity, whose object id is its client id (captured)',
  'managed-identity':
    'the principal of the managed identity, subject of the federated credential (captured)',
  agent: 'the agent identity, whose object id is its client id',
  'agent-for-user': 'the user',
  'agent-user': "the agent's user account",
  blueprint: "the blueprint's principal in this tenant (captured)",
  application: "the client's principal in this tenant",
  user: 'the user',
}
export const object: Reading = (_value, { kind }) => objects[kind]

export const subject: Reading = readText((text, { kind, claims }) => {
  const agent = readAgentSubject(text)
  if (agent !== undefined) {
    return `tenant ${agent.tenantId}, blueprint ${agent.applicationId}, agent identity ${agent.path} (captured form)`
  }
  if (text.startsWith('/eid1/')) return 'an /eid1 subject in a form this tool cannot read'
  if (kind === 'client-assertion') return 'the client itself'
  if (text === textOf(claims, 'oid')) return `the same as oid: ${objects[kind] ?? 'the principal'}`
  return claims.idtyp === 'user' || claims.scp !== undefined
    ? 'the user, under an id that only this resource knows'
    : undefined
})

export const tenant: Reading = (value, { claims }) => {
  const agent = readAgentSubject(textOf(claims, 'sub') ?? '')
  if (agent === undefined) return undefined
  return agent.tenantId === value ? 'the same tenant as in sub' : 'not the tenant in sub'
}

export const parentBlueprint: Reading = readText((text, { claims }) =>
  text === clientOf(claims) ? 'the client itself' : undefined,
)
