import { cloudOfHost } from '../../mock-idp/index.ts'
import { sovereignAddresses, wellKnown } from './names.ts'

type MicrosoftResource = 'Microsoft Graph' | 'the token exchange'

/** The address of a resource of Microsoft in the cloud of an authority; one that is not Microsoft's uses the public ones. */
export function addressInCloud(resource: MicrosoftResource, authorityHost: string): string {
  const cloud = cloudOfHost(new URL(authorityHost).host) ?? 'public'
  return cloud === 'public' ? wellKnown[resource].address : sovereignAddresses[cloud][resource]
}
