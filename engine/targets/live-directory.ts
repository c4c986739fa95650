import { readFile } from 'node:fs/promises'
import { graphHosts } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { addressInCloud } from '../cast/cloud-addresses.ts'
import type { Directory } from '../cast/directory.ts'
import { knownValues } from '../cast/known-values.ts'
import {
  blueprintOf,
  type CastName,
  type ClientName,
  isAgentName,
  wellKnown,
} from '../cast/names.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { graphOriginOf } from './live-hosts.ts'
import { livePeople, peopleVariables } from './live-people.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'

const clientIdVariable: Partial<Record<CastName, string>> = {
  Concierge: 'AGENTID_BLUEPRINT_CLIENT_ID',
  Booking: 'AGENTID_AGENT_ID',
  Billing: 'AGENTID_SECOND_AGENT_ID',
  Courier: 'AGENTID_OTHER_BLUEPRINT_CLIENT_ID',
  Parcel: 'AGENTID_OTHER_AGENT_ID',
}
const secretVariable: Partial<Record<CastName, string>> = {
  Concierge: 'AGENTID_BLUEPRINT_SECRET',
  Courier: 'AGENTID_OTHER_BLUEPRINT_SECRET',
}

/** Each of these names a credential of the blueprint. A machine of Azure has a managed identity, meant or not. */
const credentialVariables = [
  'AGENTID_BLUEPRINT_SECRET',
  'AGENTID_BLUEPRINT_CERTIFICATE_FILE',
  'AGENTID_BLUEPRINT_ASSERTION_FILE',
]

/** The variables that say what a tenant has. */
export const liveVariables: readonly string[] = [
  'AGENTID_TENANT_ID',
  ...Object.values(clientIdVariable),
  ...Object.values(secretVariable),
  'AGENTID_BLUEPRINT_CERTIFICATE_FILE',
  'AGENTID_BLUEPRINT_KEY_FILE',
  'AGENTID_BLUEPRINT_ASSERTION_FILE',
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'AGENTID_GRAPH_URL',
  'AGENTID_GRAPH_TOKEN',
  ...Object.values(peopleVariables),
]

/** The names of the features in a tenant that is known by its variables alone. Nothing in it is changed. */
export function liveDirectory(variables: Variables, authorityHost: string): Directory {
  const variable = (name: string) => {
    const value = variables[name]
    if (!value) throw new NotTestable(`${name} is not set`)
    return value
  }
  const named = (names: Partial<Record<CastName, string>>, name: CastName, what: string) => {
    const variableName = names[name]
    if (variableName) return variable(variableName)
    throw new NotTestable(`no variable names ${what} of ${name}`)
  }
  const clientId = (name: CastName) => {
    if (name === 'Microsoft Graph' || name === 'the token exchange') return wellKnown[name].id
    return named(clientIdVariable, name, 'the id').toLowerCase()
  }
  const own = (client: ClientName, name: string) => {
    // An agent identity has none of its own: what it could try is that of its blueprint.
    const holder = isAgentName(client) ? blueprintOf(client) : client
    if (holder === 'Concierge') return variable(name)
    throw new NotTestable(`no variable names such a credential of ${client}`)
  }

  return {
    authorityHost,
    clientId,
    tenantId: (tenant) => {
      if (tenant === 'Contoso') return variable('AGENTID_TENANT_ID').toLowerCase()
      throw new NotTestable(`no variable names the tenant ${tenant}`)
    },
    objectId: (name) => {
      // Of an agent identity, object id and client id are the same GUID.
      if (name === 'Booking' || name === 'Billing' || name === 'Parcel') return clientId(name)
      throw new NotTestable(`no variable names the object id of ${name}`)
    },
    firstObjectId: (name) => {
      throw new NotTestable(`no variable names the object id of ${name}`)
    },
    applicationId: (name) => {
      throw new NotTestable(`no variable names the object id of the application ${name}`)
    },
    ...livePeople(variables),
    newSecret: (client) => {
      throw new NotTestable(`${client} of a live tenant is given no secret`)
    },
    secrets: () =>
      Object.values(secretVariable).flatMap((name) => knownValues(() => variable(name))),
    made: () => {},
    get graphOrigin() {
      return graphOriginOf(variables, authorityHost)
    },
    graphToken: () => variable('AGENTID_GRAPH_TOKEN'),
    address: (name) => {
      if (name === 'the token exchange') return addressInCloud(name, authorityHost)
      if (name !== 'Microsoft Graph') throw new NotTestable(`no variable names ${name}`)
      return graphNamedBy(variables.AGENTID_SCOPE) ?? addressInCloud(name, authorityHost)
    },
    secret: (client) => named(secretVariable, client, 'the secret'),
    keyPair: async (client) => {
      const [certificateFile, keyFile] = [
        own(client, 'AGENTID_BLUEPRINT_CERTIFICATE_FILE'),
        own(client, 'AGENTID_BLUEPRINT_KEY_FILE'),
      ]
      const [certificatePem, privateKeyPem] = await Promise.all([
        readNamed('AGENTID_BLUEPRINT_CERTIFICATE_FILE', certificateFile),
        readNamed('AGENTID_BLUEPRINT_KEY_FILE', keyFile),
      ])
      return { certificatePem, privateKeyPem }
    },
    hasCertificate: () => true,
    hasAssertion: () => true,
    assertion: async (client) => {
      const name = 'AGENTID_BLUEPRINT_ASSERTION_FILE'
      const file = own(client, name)
      const text = (await readNamed(name, file)).trim()
      if (readJwt(text)) return text
      throw new TargetUnreachable(`${name} names a file that holds no signed JWT: ${file}`)
    },
    identityEndpoint: () => {
      if (credentialVariables.some((name) => variables[name])) {
        throw new NotTestable('a managed identity counts only if no other credential is set')
      }
      return { url: variable('IDENTITY_ENDPOINT'), header: variable('IDENTITY_HEADER') }
    },
    usualCredential: (client) => {
      const has = (name: string) => client === 'Concierge' && Boolean(variables[name])
      if (has('AGENTID_BLUEPRINT_SECRET')) return 'its client secret'
      if (has('AGENTID_BLUEPRINT_CERTIFICATE_FILE')) return 'a certificate assertion'
      if (has('AGENTID_BLUEPRINT_ASSERTION_FILE')) return 'its assertion file'
      if (has('IDENTITY_ENDPOINT')) return 'a managed identity token'
      return 'its client secret'
    },
    change: async () => {
      throw new NotTestable('the objects of a live tenant are not changed')
    },
    ready: async () => {},
    madeTenants: () => [],
    close: async () => {},
  }
}

async function readNamed(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new TargetUnreachable(`${variable} names an unreadable file: ${file}${code}`)
  }
}

/** The base flow may ask for any resource; the features speak of Microsoft Graph, in whichever cloud. */
function graphNamedBy(scope = ''): string | undefined {
  const resource = scope.replace(/\/\.default$/, '')
  if (resource.toLowerCase() === wellKnown['Microsoft Graph'].id) return resource
  const isGraph = URL.canParse(resource) && graphHosts.includes(new URL(resource).host)
  return isGraph ? resource : undefined
}
