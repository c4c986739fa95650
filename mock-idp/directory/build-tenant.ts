import type { CertificateFacts, CryptoPlatform } from '../keys/crypto-platform.ts'
import type { Application } from './application.ts'
import { clouds } from './clouds.ts'
import type { CertificateCredential, ClientSecret } from './credential.ts'
import type { CompleteTenantDescription } from './description.ts'
import { DirectoryProblem } from './directory-problem.ts'
import type { AppRoleAssignment, ManagedIdentity, Principal } from './principal.ts'
import { graphAppId, type Resource } from './resource.ts'
import type { Tenant } from './tenant.ts'
import { wellKnownResources } from './well-known-resources.ts'

type Described = CompleteTenantDescription
type DescribedApplication = Described['blueprints'][number]
type ReadCertificate = (pem: string, at: number) => Promise<CertificateFacts>

const dawn = Date.UTC(2020, 0, 1)
const dusk = Date.UTC(9999, 0, 1)

/** The role that every blueprint principal holds without having been granted it. */
const createAsManager = 'AgentIdentity.CreateAsManager'

/**
 * A tenant ready to be asked, from its description.
 * @throws {DirectoryProblem} for a certificate that cannot be read
 */
export async function buildTenant(
  described: Described,
  read: CryptoPlatform['readCertificate'],
): Promise<Tenant> {
  const resources = withWellKnownResources(described)
  const applications = await Promise.all([
    ...described.blueprints.map((one, at) =>
      application('blueprint', one, described, certificateReader(`blueprints[${at}]`, read)),
    ),
    ...described.applications.map((one, at) =>
      application('application', one, described, certificateReader(`applications[${at}]`, read)),
    ),
  ])
  const managedIdentities = described.managedIdentities.map(managedIdentity)
  return {
    id: described.tenantId,
    displayName: described.displayName,
    domains: described.domains.map((domain) => domain.toLowerCase()),
    cloud: described.cloud,
    regionScope: described.regionScope,
    createdMs: atOr(dawn, described.createdDateTime),
    facet: '3',
    identityHeader: described.identityHeader ?? described.tenantId,
    applications: new Map(applications.map((one) => [one.appId, one])),
    principals: new Map(principals(described).map((one) => [one.appId, one])),
    managedIdentities: new Map(managedIdentities.map((one) => [one.appId, one])),
    resources: new Map(resources.map((one) => [one.appId, one])),
    resourcesByName: new Map(resources.flatMap(namesOf)),
    issuers: new Map(
      described.issuers.map(({ issuer, jwks }) => [issuer, { issuer, ...(jwks && { jwks }) }]),
    ),
    relaxedRules: new Set(described.relaxedRules),
  }
}

/** A description may change a resource that every tenant has, such as the nonce of Graph tokens. */
function withWellKnownResources({ resources: described, cloud }: Described): readonly Resource[] {
  const wellKnown = wellKnownResources(cloud)
  const changed = wellKnown.map((known) => {
    const change = described.find(({ appId }) => appId === known.appId)
    if (!change) return known
    return { ...change, identifierUris: [...known.identifierUris, ...change.identifierUris] }
  })
  const known = new Set(wellKnown.map(({ appId }) => appId))
  return [...changed, ...described.filter(({ appId }) => !known.has(appId))]
}

function namesOf(resource: Resource): [string, Resource][] {
  return [resource.appId, ...resource.identifierUris].map((name) => [name.toLowerCase(), resource])
}

async function application(
  kind: Application['kind'],
  { principal: _, createdDateTime, ...described }: DescribedApplication,
  { tenantId, cloud }: Described,
  readCertificate: ReadCertificate,
): Promise<Application> {
  return {
    ...described,
    kind,
    homeTenantId: tenantId,
    createdMs: atOr(dawn, createdDateTime),
    secrets: described.secrets.map(clientSecret),
    certificates: await Promise.all(
      described.certificates.map((one, at) => certificate(one, at, readCertificate)),
    ),
    federatedCredentials: described.federatedCredentials.map((one) => ({
      ...one,
      audience: one.audience ?? clouds[cloud].exchangeUri,
    })),
  }
}

function clientSecret(
  described: DescribedApplication['secrets'][number],
  at: number,
): ClientSecret {
  return {
    keyId: described.keyId ?? numberedKeyId(at),
    value: described.value,
    startMs: atOr(dawn, described.startDateTime),
    endMs: atOr(dusk, described.endDateTime),
  }
}

function certificateReader(
  place: string,
  read: CryptoPlatform['readCertificate'],
): ReadCertificate {
  return async (pem, at) => {
    try {
      return await read(pem)
    } catch {
      const where = `${place}.certificates[${at}].pem`
      throw new DirectoryProblem([`${where}: expected a certificate that can be read`])
    }
  }
}

async function certificate(
  described: DescribedApplication['certificates'][number],
  at: number,
  readCertificate: ReadCertificate,
): Promise<CertificateCredential> {
  const facts = await readCertificate(described.pem, at)
  return {
    keyId: described.keyId ?? facts.thumbprints[0] ?? '',
    pem: described.pem,
    thumbprints: facts.thumbprints,
    startMs: atOr(facts.notBeforeMs, described.startDateTime),
    endMs: atOr(facts.notAfterMs, described.endDateTime),
  }
}

function principals(described: Described): Principal[] {
  const homed = (kind: Application['kind']) => (one: DescribedApplication) =>
    one.principal ? [applicationPrincipal(kind, { ...one, principal: one.principal })] : []
  return [
    ...described.blueprints.flatMap(homed('blueprint')),
    ...described.applications.flatMap(homed('application')),
    ...described.guestBlueprints.map((one) => applicationPrincipal('blueprint', one)),
    ...described.agentIdentities.map(agentIdentity),
  ]
}

function applicationPrincipal(
  kind: Application['kind'],
  { appId, displayName, principal }: Described['guestBlueprints'][number],
): Principal {
  const granted = assignments(principal.appRoles)
  if (kind === 'application') return { ...principal, kind, appId, displayName, appRoles: granted }
  const isInborn = ({ resourceAppId, role }: AppRoleAssignment) =>
    resourceAppId === graphAppId && role === createAsManager
  const inborn = { resourceAppId: graphAppId, role: createAsManager }
  const appRoles = [inborn, ...granted.filter((one) => !isInborn(one))]
  return { ...principal, kind, appId, displayName, appRoles }
}

function agentIdentity(described: Described['agentIdentities'][number]): Principal {
  const { id, displayName, enabled, blueprint, appRoles } = described
  return {
    kind: 'agentIdentity',
    id,
    appId: id,
    displayName,
    enabled,
    blueprintAppId: blueprint,
    appRoles: assignments(appRoles),
  }
}

function managedIdentity(described: Described['managedIdentities'][number]): ManagedIdentity {
  const { clientId, principalId, appRoles, ...rest } = described
  return {
    ...rest,
    kind: 'managedIdentity',
    id: principalId,
    appId: clientId,
    appRoles: assignments(appRoles),
  }
}

function assignments(
  described: readonly { readonly resource: string; readonly role: string }[],
): AppRoleAssignment[] {
  return described.map(({ resource, role }) => ({ resourceAppId: resource, role }))
}

function atOr(otherwise: number, time: string | undefined): number {
  return time === undefined ? otherwise : Date.parse(time)
}

function numberedKeyId(at: number): string {
  return `00000000-0000-0000-0000-${String(at + 1).padStart(12, '0')}`
}
