import { randomUUID } from 'node:crypto'
import type { Directory } from '../cast/directory.ts'
import { applicationIn } from '../cast/find-in-draft.ts'
import type { BlueprintName, ManagedIdentityName } from '../cast/names.ts'
import type { ClientCredential } from '../clients/client-under-test.ts'
import { chainedKeyPair } from '../credentials/key-pairs.ts'
import type { Target } from '../targets/target.ts'
import { registerCertificate, trustManagedIdentity } from './edits.ts'

/** Registers a certificate with the blueprint, and returns it. */
export async function certificateOf(
  directory: Directory,
  name: BlueprintName,
): Promise<ClientCredential> {
  await registerCertificate(directory, name)
  return { type: 'certificate', ...(await directory.keyPair(name)) }
}

/** The same with its issuer, for the header x5c. */
export async function certificateChainOf(
  directory: Directory,
  name: BlueprintName,
): Promise<ClientCredential> {
  const { leafPem, certificatePem, privateKeyPem } = await chainedKeyPair()
  await directory.change('Contoso', (draft) => {
    applicationIn(draft, name).certificates = [{ pem: leafPem }]
  })
  return { type: 'certificate', certificatePem, privateKeyPem, sendX5c: true }
}

export type Machine = 'appService' | 'imds'

/** Lets the blueprint trust the managed identity, and returns the way to ask for its token. */
export async function managedIdentityOf(
  { directory, target }: { readonly directory: Directory; readonly target: Target },
  name: BlueprintName,
  identity: ManagedIdentityName,
  source: Machine,
): Promise<Extract<ClientCredential, { type: 'managedIdentity' }>> {
  await trustManagedIdentity(directory, name, identity)
  const origin = target.httpUrl ?? target.authorityHost
  if (source === 'imds') {
    const tenantId = directory.tenantId('Contoso')
    const endpoint = `${origin}/${tenantId}/metadata/identity/oauth2/token`
    return { type: 'managedIdentity', source, endpoint }
  }
  // A secret like any other, which nothing else in the scenario contains.
  const header = `identity-header-${randomUUID()}`
  await directory.change('Contoso', (draft) => {
    draft.identityHeader = header
  })
  return { type: 'managedIdentity', source, endpoint: `${origin}/msi/token`, header }
}
