import type { TokenRequest } from '../token-requests.ts'
import { type Described, value } from './delegated-provider.ts'

export const clientOf = (asked: TokenRequest) => value(asked, 'client_id').toLowerCase()
export const agentIn = (tenant: Described, asked: TokenRequest) =>
  tenant.agentIdentities.find(({ id }) => id === clientOf(asked))
export const blueprintIn = (tenant: Described, asked: TokenRequest) => {
  const agent = agentIn(tenant, asked)
  return tenant.blueprints.find(({ appId }) => appId === agent?.blueprint)
}
export type Grants = Described['permissionGrants']
