import type { Directory } from '../cast/directory.ts'
import type { PersonName, TenantName } from '../cast/names.ts'
import type { Acquisition } from '../clients/client-under-test.ts'
import type { TokenChoice } from '../targets/target.ts'
import type { SandboxControl } from './sandbox-control.ts'

type Parts = { readonly directory: Directory; readonly control: SandboxControl }

/** How the token departs from that of an ordinary sign-in. */
export type SignInChange = Partial<TokenChoice> & { readonly tenant?: TenantName }

/** Tc: what a person gets who signs in at the application in front of the blueprint. Each call is a sign-in of its own. */
export function personToken(
  { directory, control }: Parts,
  person: PersonName,
  { tenant = 'Contoso', ...change }: SignInChange = {},
): Promise<string> {
  const blueprint = directory.clientId('Concierge')
  const user = directory.personId(person)
  const order = { kind: 'user', user, audience: blueprint } as const
  if (tenant === 'Contoso') {
    const client = directory.clientId('Intranet')
    return control.orderToken({ ...order, client, ...change }, tenant)
  }
  // Where the blueprint is a guest the mock knows no scope of it.
  const audience = directory.clientId('the token exchange')
  const claims = { aud: blueprint, scp: 'access_agent', ...change.claims }
  return control.orderToken({ ...order, client: blueprint, audience, ...change, claims }, tenant)
}

/** How a caller names an agent user. */
export function namedIn(
  kind: 'oid' | 'upn' | undefined,
  directory: Directory,
  person: PersonName,
): NonNullable<Acquisition['user']> {
  if (kind === 'upn') return { upn: directory.userName(person) }
  return { oid: directory.personId(person) }
}
