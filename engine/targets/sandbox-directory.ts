import { randomUUID } from 'node:crypto'
import { sandboxTenant, type TenantDescription } from '../../mock-idp/index.ts'
import type { Directory, Made } from '../cast/directory.ts'
import { fabrikamTenant } from '../cast/fabrikam.ts'
import { applicationIn, personIn, principalIn, userIn } from '../cast/find-in-draft.ts'
import {
  type CastName,
  type PersonName,
  sovereignAddresses,
  type TenantName,
  wellKnown,
} from '../cast/names.ts'
import { harnessKeyPair } from '../credentials/key-pairs.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type { Power } from './target.ts'

/** Tenants of one scenario alone, described as data and made when the first request is sent. */
export function sandboxDirectory(
  power: Power,
  authorityHost: string,
  chaosSeed?: number | undefined,
  /** The id of Contoso. Default: a new one. */
  tenantId?: string | undefined,
): Directory {
  const contoso = withCanaries(sandboxTenant(randomUUID))
  if (tenantId !== undefined) contoso.tenantId = tenantId
  // Whoever a scenario removes keeps the id under which it is asked for.
  const founding = structuredClone(contoso)
  const drafts = new Map<TenantName, TenantDescription>([['Contoso', contoso]])
  const made = new Map<TenantName, Promise<void>>()
  const ofScenario = new Map<CastName, Made>()
  const draftOf = (tenant: TenantName) => {
    const known = drafts.get(tenant)
    if (known) return known
    const draft = fabrikamTenant(applicationIn(contoso, 'Concierge').appId, randomUUID)
    drafts.set(tenant, draft)
    return draft
  }

  const homeOfPerson = (name: PersonName) => draftOf(name === 'Dana' ? 'Fabrikam' : 'Contoso')

  const make = async (draft: TenantDescription) => {
    await power.createTenant(draft)
    if (chaosSeed !== undefined) await power.setChaos(draft.tenantId, chaosSeed)
  }

  return {
    authorityHost,
    tenantId: (tenant) => draftOf(tenant).tenantId,
    clientId: (name) =>
      ofScenario.get(name)?.clientId ??
      clientIdIn(name === 'Outpost' ? draftOf('Fabrikam') : founding, name),
    objectId: (name, tenant) => ofScenario.get(name)?.objectId ?? objectIdIn(draftOf(tenant), name),
    firstObjectId: (name) => objectIdIn(founding, name),
    applicationId: (name) =>
      ofScenario.get(name)?.applicationId ?? applicationIn(founding, name).appId,
    personId: (name) => personIn(homeOfPerson(name), name).id,
    userName: (name) => userIn(homeOfPerson(name), name).userPrincipalName,
    userAssertion: () => undefined,
    newSecret: (client) => {
      const { secret } = ofScenario.get(client) ?? {}
      if (secret === undefined) throw new TypeError(`${client} was given no client secret`)
      return secret
    },
    secrets: () => [
      ...[...(contoso.blueprints ?? []), ...(contoso.applications ?? [])].flatMap(
        ({ secrets }) => secrets?.[0]?.value ?? [],
      ),
      ...[...ofScenario.values()].flatMap(({ secret }) => secret ?? []),
    ],
    made: (name, more) => void ofScenario.set(name, { ...ofScenario.get(name), ...more }),
    graphOrigin: '',
    graphToken: () => undefined,
    address: (name) => addressIn(contoso, founding, name),
    secret: (client) => {
      const { clientId, secret: added } = ofScenario.get(client) ?? {}
      if (clientId !== undefined && added !== undefined) return added
      const secret = applicationIn(contoso, client).secrets?.[0]
      if (!secret) throw new TypeError(`${client} has no client secret`)
      return secret.value
    },
    keyPair: harnessKeyPair,
    hasCertificate: () => false,
    hasAssertion: () => false,
    assertion: async () => {
      throw new NotTestable('a sandbox has no assertion file')
    },
    identityEndpoint: () => undefined,
    usualCredential: () => 'its client secret',
    change: async (tenant, edit) => {
      const draft = draftOf(tenant)
      edit(draft)
      if (made.has(tenant)) await power.replaceTenant(draft)
    },
    ready: async () => {
      for (const [tenant, draft] of drafts) {
        // One after another: a guest blueprint is known only when its home tenant is.
        const earlier = [...made.values()].at(-1) ?? Promise.resolve()
        if (!made.has(tenant))
          made.set(
            tenant,
            earlier.then(() => make(draft)),
          )
      }
      await Promise.all(made.values())
    },
    madeTenants: () => [...made.keys()].map((tenant) => draftOf(tenant).tenantId),
    close: async () => {
      for (const tenant of made.keys()) await power.removeTenant(draftOf(tenant).tenantId)
    },
  }
}

/**
 * Values that bring mistakes of clients to light: secrets that nobody else has, with characters that a form
 * must encode, and two agent identities whose ids differ in the last digit alone.
 */
function withCanaries(tenant: TenantDescription): TenantDescription {
  for (const name of ['Concierge', 'Courier'] as const) {
    applicationIn(tenant, name).secrets = [{ value: `canary+/=&%${randomUUID()}` }]
  }
  const { agentIdentities = [], permissionGrants = [] } = tenant
  const [booking, billing] = agentIdentities
  if (!booking || !billing) return tenant
  const former = billing.id
  billing.id = withAnotherEnd(booking.id)
  for (const grant of permissionGrants) {
    if (grant.client === former) grant.client = billing.id
  }
  return tenant
}

function withAnotherEnd(guid: string): string {
  return `${guid.slice(0, -1)}${guid.endsWith('0') ? '1' : '0'}`
}

function clientIdIn(draft: TenantDescription, name: CastName): string {
  if (name === 'Microsoft Graph' || name === 'the token exchange') return wellKnown[name].id
  const { blueprints = [], applications = [], agentIdentities = [] } = draft
  const { managedIdentities = [], resources = [] } = draft
  const ids = [
    ...[...blueprints, ...applications, ...resources].map((one) => [one.displayName, one.appId]),
    ...agentIdentities.map((one) => [one.displayName, one.id]),
    ...managedIdentities.map((one) => [one.displayName, one.clientId]),
  ]
  const [, id] = ids.find(([displayName]) => displayName === name) ?? []
  if (id === undefined) throw new TypeError(`there is no ${name} in ${draft.displayName}`)
  return id
}

function objectIdIn(draft: TenantDescription, name: CastName): string {
  const agent = draft.agentIdentities?.find(({ displayName }) => displayName === name)
  if (agent) return agent.id
  const identity = draft.managedIdentities?.find(({ displayName }) => displayName === name)
  return identity?.principalId ?? principalIn(draft, name).id
}

function addressIn(draft: TenantDescription, founding: TenantDescription, name: CastName): string {
  if (name === 'Microsoft Graph' || name === 'the token exchange') {
    const { cloud = 'public' } = draft
    return cloud === 'public' ? wellKnown[name].address : sovereignAddresses[cloud][name]
  }
  const resources = [...(draft.resources ?? []), ...(founding.resources ?? [])]
  const resource = resources.find(({ displayName }) => displayName === name)
  return resource?.identifierUris?.[0] ?? `api://${clientIdIn(founding, name)}`
}
