import type { Directory } from './directory.ts'
import { apiNames, isCastName, isTenantName } from './names.ts'

export const idOfNobody = 'f0000000-0000-4000-8000-00000000000f'

/**
 * Puts ids into a text of a feature about the wire: `{Contoso}` is the tenant's id, `{Booking}` a
 * client id, `{Orders API}` the address of a resource, `{origin}` the authority host,
 * `{nobody}` an id that nobody has.
 */
export function fill(text: string, directory: Directory): string {
  return text.replace(/\{([\w -]+)\}/g, (whole, name: string) => {
    if (name === 'origin') return directory.authorityHost
    if (name === 'nobody') return idOfNobody
    if (isTenantName(name)) return directory.tenantId(name)
    if (!isCastName(name)) return whole
    const isApi = apiNames.some((api) => api === name) || name === 'the token exchange'
    return isApi ? directory.address(name) : directory.clientId(name)
  })
}
