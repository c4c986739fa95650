import type { CertificateFacts, CryptoPlatform } from '../keys/crypto-platform.ts'
import type { Application } from './application.ts'
import { accessPolicy } from './build-access-policies.ts'
import { buildFederatedCredentials } from './build-federated-credentials.ts'
import { buildPermissionGrants } from './build-permission-grants.ts'
import { buildPrincipals, managedIdentity } from './build-principals.ts'
import { buildResources } from './build-resources.ts'
import { inheritablePermission, signInDetails } from './build-scopes.ts'
import type { CertificateCredential, ClientSecret } from './credential.ts'
import { derivedGuid, guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import { noDetails } from './details.ts'
import { DirectoryProblem } from './directory-problem.ts'
import { indexed } from './index-objects.ts'
import type { Group, User } from './person.ts'
import type { Tenant } from './tenant.ts'

type Described = CompleteTenantDescription
type DescribedApplication = Described['blueprints'][number]
type ReadCertificate = (pem: string, at: number) => Promise<CertificateFacts>

const dawn = Date.UTC(2020, 0, 1)
const dusk = Date.UTC(9999, 0, 1)

/**
 * A tenant ready to be asked, from its description.
 * @throws {DirectoryProblem} if a certificate is invalid
 */
export async function buildTenant(
  described: Described,
  read: CryptoPlatform['readCertificate'],
): Promise<Tenant> {
  const applications = await Promise.all([
    ...described.blueprints.map((one, at) =>
      application('blueprint', one, described, certificateReader(`blueprints[${at}]`, read)),
    ),
    ...described.applications.map((one, at) =>
      application('application', one, described, certificateReader(`applications[${at}]`, read)),
    ),
  ])
  const createdMs = atOr(dawn, described.createdDateTime)
  const properties = {
    id: described.tenantId,
    displayName: described.displayName,
    domains: described.domains.map((domain) => domain.toLowerCase()),
    cloud: described.cloud,
    regionScope: described.regionScope,
    createdMs,
    facet: '3' as const,
    identityHeader: described.identityHeader ?? described.tenantId,
    issuers: described.issuers.length === 0 ? noIssuers : issuersOf(described),
    relaxedRules: described.relaxedRules.length === 0 ? noRules : new Set(described.relaxedRules),
    blueprintsHaveOwnObjectIds: described.blueprintsHaveOwnObjectIds,
    accessPolicies: orNone(described.accessPolicies.map(accessPolicy)),
    checksResourceParameterAlways: described.checksResourceParameterAlways,
  }
  return indexed(properties, {
    applications: keyed(applications, ({ appId }) => appId),
    principals: keyed(buildPrincipals(described, createdMs), ({ appId }) => appId),
    managedIdentities: keyed(
      described.managedIdentities.map((one) => managedIdentity(one, described.cloud, createdMs)),
      ({ appId }) => appId,
    ),
    resources: keyed(buildResources(described), ({ appId }) => appId),
    users: keyed(
      described.users.map((one) => user(one, createdMs)),
      ({ id }) => id,
    ),
    groups: keyed(
      described.groups.map((one) => group(one, createdMs)),
      ({ id }) => id,
    ),
    permissionGrants: keyed(buildPermissionGrants(described), ({ id }) => id),
    deletedObjects: new Map(),
  })
}

/** One list for all that are empty: a tenant has fifty. Nothing in the directory is changed in its place. */
const none: readonly never[] = []

function orNone<Value>(values: readonly Value[]): readonly Value[] {
  return values.length === 0 ? none : values
}

const noIssuers: Tenant['issuers'] = new Map()
const noRules: Tenant['relaxedRules'] = new Set()

function issuersOf({ issuers }: Described): Tenant['issuers'] {
  return new Map(issuers.map(({ issuer, jwks }) => [issuer, { issuer, ...(jwks && { jwks }) }]))
}

function keyed<Value>(values: readonly Value[], keyOf: (value: Value) => string) {
  return new Map(values.map((value) => [keyOf(value), value]))
}

function user(described: Described['users'][number], createdMs: number): User {
  const { id, displayName, userPrincipalName, enabled, identityParentId } = described
  return {
    id,
    displayName,
    userPrincipalName,
    enabled,
    createdMs,
    identityParentId,
    sponsors: orNone(described.sponsors),
    directoryRoles: orNone(described.directoryRoles),
    managerId: undefined,
    details: noDetails,
  }
}

function group(described: Described['groups'][number], createdMs: number): Group {
  const { id, displayName, kind, members } = described
  return { id, displayName, kind, members: orNone(members), createdMs, details: noDetails }
}

async function application(
  kind: Application['kind'],
  described: DescribedApplication,
  { tenantId, cloud }: Described,
  readCertificate: ReadCertificate,
): Promise<Application> {
  const { appId, objectId, createdDateTime } = described
  // Member by member: an object that begins as a copy of another has a shape of its own in V8, of 400 bytes.
  return {
    kind,
    id: objectId ?? defaultObjectId(kind, appId),
    appId,
    displayName: described.displayName,
    homeTenantId: tenantId,
    signInAudience: described.signInAudience,
    enabled: described.enabled,
    createdMs: atOr(dawn, createdDateTime),
    identifierUris: orNone(described.identifierUris),
    owners: orNone(described.owners),
    sponsors: orNone(described.sponsors),
    createdBy: undefined,
    secrets: orNone(described.secrets.map(clientSecret)),
    certificates: orNone(
      await Promise.all(
        described.certificates.map((one, at) => certificate(one, at, readCertificate)),
      ),
    ),
    federatedCredentials: orNone(
      buildFederatedCredentials(described.federatedCredentials, appId, cloud),
    ),
    inheritablePermissions: orNone(described.inheritablePermissions.map(inheritablePermission)),
    details: signInDetails(described),
  }
}

/** Blueprints made lately have one GUID for both (inferred from public captures of 2026). */
function defaultObjectId(kind: Application['kind'], appId: string): string {
  return kind === 'blueprint' ? appId : derivedGuid(appId, guidOfText('application'))
}

function clientSecret(
  described: DescribedApplication['secrets'][number],
  at: number,
): ClientSecret {
  return {
    keyId: described.keyId ?? numberedKeyId(at),
    displayName: undefined,
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
      throw new DirectoryProblem([`${where}: expected a valid PEM certificate`])
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
    keyId: described.keyId ?? guidOfText(facts.thumbprints[0] ?? ''),
    displayName: undefined,
    pem: described.pem,
    thumbprints: facts.thumbprints,
    startMs: atOr(facts.notBeforeMs, described.startDateTime),
    endMs: atOr(facts.notAfterMs, described.endDateTime),
  }
}

function atOr(otherwise: number, time: string | undefined): number {
  return time === undefined ? otherwise : Date.parse(time)
}

function numberedKeyId(at: number): string {
  return at === 0 ? firstKeyId : keyIdOf(at)
}

function keyIdOf(at: number): string {
  return `00000000-0000-0000-0000-${String(at + 1).padStart(12, '0')}`
}

/** Most clients have one secret. */
const firstKeyId = keyIdOf(0)
