import type { MockIdp } from '../create-mock-idp.ts'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { type Variables, variablesOf } from '../tenants/variables.ts'
import { isOfConcierge, type SeedCertificate } from './seed-certificate.ts'

type Parts = {
  /** All tenants; the variables are those of the first. */
  readonly described: readonly CompleteTenantDescription[]
  readonly authorityHost: string
  readonly caFile: string
  readonly certificate: SeedCertificate | undefined
  readonly graphToken: MockIdp['graphToken']
}

/** The variables that describe a mock which listens, and its first tenant. */
export async function startVariables(parts: Parts): Promise<Variables> {
  const { described, authorityHost, caFile, certificate, graphToken } = parts
  const [first] = described
  const ofConcierge = certificate && isOfConcierge(certificate, described) ? certificate : undefined
  return {
    // A kept directory can have lost all its tenants.
    ...(first && variablesOf(first, authorityHost)),
    AGENTID_CA_FILE: caFile,
    ...(ofConcierge && {
      AGENTID_BLUEPRINT_CERTIFICATE_FILE: ofConcierge.certificateFile,
      AGENTID_BLUEPRINT_KEY_FILE: ofConcierge.keyFile,
    }),
    ...(await administratorVariable(first?.tenantId ?? '', authorityHost, graphToken)),
  }
}

/** The token by which the administrator of the first tenant provisions, where it has one. */
async function administratorVariable(
  tenantId: string,
  origin: string,
  graphToken: MockIdp['graphToken'],
): Promise<Variables> {
  const token = await graphToken({ tenantId, origin })
  return token === undefined ? {} : { AGENTID_GRAPH_TOKEN: token }
}
