import type { Tenant } from '../directory/tenant.ts'
import type { Exchange } from '../exchange/endpoint.ts'

/** One token request on its way. */
export type Session = Exchange

/** A session at a tenant that exists: the form in which all stages after the first know it. */
export type TenantSession = Session & { readonly tenant: Tenant }
