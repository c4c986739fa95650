import { randomBytes, randomUUID } from 'node:crypto'
import type { CryptoKey, JWK } from 'jose'

/** What the provider needs of the world. */
export type Provider = {
  readonly authorityHost: string
  readonly publicKey: CryptoKey
  readonly keyId: string
  readonly keys: readonly (JWK & Readonly<Record<string, unknown>>)[]
  readonly sign: (
    claims: Readonly<Record<string, unknown>>,
    header: Readonly<Record<string, string>>,
  ) => Promise<string>
  readonly newId: () => string
  readonly newCode: (bytes: number) => string
  readonly nowSeconds: () => number
}

export type Blueprint = {
  readonly id: string
  readonly principalId: string
  readonly secret: string
  readonly name: string
}
export type Agent = {
  readonly id: string
  readonly blueprintId: string
  readonly roles: readonly string[]
  readonly name: string
}

/** With every character that one of the ways to write a secret must escape. */
const newSecret = () =>
  `${randomBytes(9).toString('base64')}~"\\ +/=&%é${randomBytes(6).toString('hex')}`

const blueprint = (name: string): Blueprint => ({
  id: randomUUID(),
  principalId: randomUUID(),
  secret: newSecret(),
  name,
})
const [concierge, courier] = [blueprint('a front desk'), blueprint('a delivery')]
const agent = (of: Blueprint, name: string, roles: readonly string[] = []): Agent => ({
  id: randomUUID(),
  blueprintId: of.id,
  roles,
  name,
})

/** A tenant like that of the features, under other names. */
export const objects = {
  tenantId: randomUUID(),
  concierge,
  courier,
  booking: agent(concierge, 'hotel bookings', ['Bookings.Read.All']),
  billing: agent(concierge, 'invoices'),
  parcel: agent(courier, 'parcels'),
} as const

export const blueprints: readonly Blueprint[] = [concierge, courier]
export const agents: readonly Agent[] = [objects.booking, objects.billing, objects.parcel]
