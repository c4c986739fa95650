import type { Directory } from '../cast/directory.ts'
import {
  applicationIn,
  type DraftResource,
  managedIdentityIn,
  resourceIn,
} from '../cast/find-in-draft.ts'
import {
  type ApplicationName,
  type BlueprintName,
  type CastName,
  externalIssuer,
  externalSubject,
  type ManagedIdentityName,
  type ResourceName,
  wellKnown,
} from '../cast/names.ts'
import { externalIssuerKeys } from '../credentials/assertion-shapes.ts'

/** Ends the scenario as not testable where the target has not all of them. */
export function need(directory: Directory, names: readonly CastName[]): void {
  for (const name of names) directory.clientId(name)
}

type Window = { readonly startDateTime?: string; readonly endDateTime?: string }

/** A client of a live tenant has the certificate of the variables; its window cannot be chosen. */
export async function registerCertificate(
  directory: Directory,
  name: ApplicationName | BlueprintName,
  window?: Window,
): Promise<void> {
  const { certificatePem } = await directory.keyPair(name)
  if (directory.hasCertificate(name) && !window) return
  await directory.change('Contoso', (draft) => {
    applicationIn(draft, name).certificates = [{ pem: certificatePem, ...window }]
  })
}

/** A client of a live tenant trusts the issuer of its assertion file. */
export async function trustExternalIssuer(
  directory: Directory,
  name: BlueprintName,
): Promise<void> {
  if (directory.hasAssertion(name)) {
    await directory.assertion(name)
    return
  }
  const jwks = await externalIssuerKeys()
  await directory.change('Contoso', (draft) => {
    draft.issuers = [{ issuer: externalIssuer, jwks }]
    applicationIn(draft, name).federatedCredentials = [
      { name: 'octo-ci', issuer: externalIssuer, subject: externalSubject },
    ]
  })
}

/** Whom the blueprint trusts, by what the claims of a token have to be. */
export async function trustByExpression(
  directory: Directory,
  name: BlueprintName,
  value: string,
): Promise<void> {
  await trustExternalIssuer(directory, name)
  await directory.change('Contoso', (draft) => {
    const claimsMatchingExpression = { value, languageVersion: 1 as const }
    applicationIn(draft, name).federatedCredentials = [
      { name: 'octo-ci', issuer: externalIssuer, claimsMatchingExpression },
    ]
  })
}

/** Beside whom the blueprint trusts: so works a pod on AKS that acts as a managed identity. */
export async function letIdentityTrustExternalIssuer(
  directory: Directory,
  name: ManagedIdentityName,
): Promise<void> {
  const jwks = await externalIssuerKeys()
  await directory.change('Contoso', (draft) => {
    draft.issuers = [{ issuer: externalIssuer, jwks }]
    managedIdentityIn(draft, name).federatedCredentials = [
      { name: 'octo-pod', issuer: externalIssuer, subject: externalSubject },
    ]
  })
}

/** The mock fetches nothing from an issuer that is not on loopback. */
export function forgetKeysOfExternalIssuer(directory: Directory): Promise<void> {
  return directory.change('Contoso', (draft) => {
    draft.issuers = [{ issuer: externalIssuer }]
  })
}

/** A client of a live tenant trusts the managed identity of the machine. */
export async function trustManagedIdentity(
  directory: Directory,
  name: BlueprintName,
  identity: ManagedIdentityName,
): Promise<void> {
  if (directory.identityEndpoint()) return
  const issuer = `https://login.microsoftonline.com/${directory.tenantId('Contoso')}/v2.0`
  const subject = directory.objectId(identity, 'Contoso')
  await directory.change('Contoso', (draft) => {
    applicationIn(draft, name).federatedCredentials = [{ name: identity, issuer, subject }]
  })
}

/** A resource of Microsoft is in every tenant, and in a description only once something about it is changed. */
export async function changeResource(
  directory: Directory,
  name: ResourceName,
  change: Partial<DraftResource>,
): Promise<void> {
  await directory.change('Contoso', (draft) => {
    if (name === 'Microsoft Graph' || name === 'the token exchange') {
      const { id, address } = wellKnown[name]
      const accessTokenVersion = name === 'Microsoft Graph' ? 1 : 2
      draft.resources?.push({
        appId: id,
        displayName: name,
        identifierUris: [address],
        accessTokenVersion,
      })
    }
    Object.assign(resourceIn(draft, name), change)
  })
}
