import type { Ports } from '../ports/ports.ts'
import { GuardRefusal } from '../ports/provision-error.ts'
import { type AccessToken, readAccessToken } from './access-token.ts'

/** Agent ID refuses every write with it (Microsoft Graph reference, permissions of Agent ID). */
const blocked = 'Directory.AccessAsUser.All'
/** A newer note of the same page says that Agent ID refuses this one too. */
const doubtful = 'Directory.ReadWrite.All'

/**
 * Checks that the token is for this tenant, and that Agent ID does not refuse its permissions.
 *
 * @throws {GuardRefusal}
 */
export async function checkToken(ports: Ports, tenantId: string): Promise<AccessToken> {
  const token = readAccessToken(await ports.signIn.accessToken(ports.signal))
  if (token?.tenantId === undefined) {
    throw new GuardRefusal(
      'the access token does not say which tenant it is for',
      'Sign in with a token that Microsoft Entra issued for Microsoft Graph.',
    )
  }
  if (token.tenantId !== tenantId) {
    throw new GuardRefusal(
      `the access token is for tenant ${token.tenantId}, not for ${tenantId}`,
      'Sign in to the tenant that you name, or name the one you signed in to.',
    )
  }
  if (token.permissions.includes(blocked)) {
    throw new GuardRefusal(
      `the access token holds ${blocked}, and Agent ID refuses every write with it (403)`,
      'Sign in with an application of your own that requests only the permissions of Agent ID: ' +
        '--device-code --client-id ID. Tokens of Azure CLI always hold it.',
    )
  }
  if (token.permissions.includes(doubtful)) {
    const text = `the token holds ${doubtful}, and Agent ID may refuse writes with it`
    ports.tell({ kind: 'note', label: 'sign-in', text })
  }
  return token
}
