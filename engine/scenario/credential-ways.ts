import type { Directory } from '../cast/directory.ts'
import type { BlueprintName } from '../cast/names.ts'
import type { Capabilities } from '../clients/capabilities.ts'
import type { ClientCredential } from '../clients/client-under-test.ts'
import { federatedToken } from '../credentials/assertion-shapes.ts'
import { signShape } from '../credentials/shape.ts'
import type { Target } from '../targets/target.ts'
import { certificateChainOf, certificateOf, managedIdentityOf } from './client-credentials.ts'
import { trustExternalIssuer } from './edits.ts'

/** A way to authenticate as a blueprint, in words. */
export type Way =
  | 'a client secret'
  | 'a certificate'
  | 'a certificate and its chain'
  | 'an assertion file'
  | 'a managed identity of App Service'
  | 'a managed identity of a virtual machine'

const declaredWays = {
  secret: 'a client secret',
  certificate: 'a certificate',
  assertionFile: 'an assertion file',
  'managedIdentity:appService': 'a managed identity of App Service',
  'managedIdentity:imds': 'a managed identity of a virtual machine',
} as const

/** Where a scenario does not say how: by a secret, or else the first way that the client declares. */
export function usualWay({ credentials }: Capabilities): Way {
  const [first = 'secret'] = credentials
  // These two work in every tenant that has the blueprint.
  const own = (['secret', 'certificate'] as const).find((one) => credentials.includes(one))
  return declaredWays[own ?? first]
}

export function wayOf(credential: ClientCredential | undefined): Way {
  if (credential === undefined || credential.type === 'secret') return 'a client secret'
  if (credential.type === 'assertionFile') return 'an assertion file'
  if (credential.type === 'certificate') {
    return credential.sendX5c ? 'a certificate and its chain' : 'a certificate'
  }
  return credential.source === 'imds'
    ? 'a managed identity of a virtual machine'
    : 'a managed identity of App Service'
}

type Parts = {
  readonly directory: Directory
  readonly target: Target
  /** Writes the file that the client reads. */
  readonly writeAssertion: (assertion: string) => Promise<string>
}

/** Gives the blueprint such a credential. Undefined: the secret that it has anyway. */
export async function credentialOf(
  name: BlueprintName,
  way: Way,
  parts: Parts,
): Promise<ClientCredential | undefined> {
  const { directory, writeAssertion } = parts
  if (way === 'a client secret') return undefined
  if (way === 'a certificate') return certificateOf(directory, name)
  if (way === 'a certificate and its chain') return certificateChainOf(directory, name)
  if (way === 'an assertion file') {
    await trustExternalIssuer(directory, name)
    const shape = await federatedToken({ nowSeconds: Math.floor(Date.now() / 1000) })
    return { type: 'assertionFile', file: await writeAssertion(signShape(shape)) }
  }
  const source = way === 'a managed identity of App Service' ? 'appService' : 'imds'
  return managedIdentityOf(parts, name, 'concierge-host', source)
}
