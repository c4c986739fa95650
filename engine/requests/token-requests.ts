import type { Directory } from '../cast/directory.ts'
import { type ClientName, homeOf, type TenantName } from '../cast/names.ts'
import { assertionProof, type Proof } from './proof.ts'
import type { Parameter, WireRequest } from './wire-request.ts'

/** A request for a token for a scope, by a client that proves itself. */
export function tokenRequest(
  directory: Directory,
  {
    client,
    scope,
    proof,
    tenant = homeOf(client),
  }: {
    readonly client: ClientName
    readonly scope: string
    readonly proof: Proof
    readonly tenant?: TenantName | undefined
  },
): WireRequest {
  const form: Parameter[] = [
    ['client_id', directory.clientId(client)],
    ['scope', scope],
    ['grant_type', 'client_credentials'],
    ...Object.entries(proof.parameters),
  ]
  const path = `/${directory.tenantId(tenant)}/oauth2/v2.0/token`
  return { method: 'POST', path, headers: proof.headers ?? {}, parameters: form }
}

/** Step 1: the blueprint asks for T1. An `fmiPath` left out is not sent. */
export function t1Request(
  directory: Directory,
  {
    fmiPath,
    ...asked
  }: {
    readonly client: ClientName
    readonly fmiPath: string | undefined
    readonly proof: Proof
    readonly tenant?: TenantName | undefined
  },
): WireRequest {
  const scope = `${directory.address('the token exchange')}/.default`
  const request = tokenRequest(directory, { ...asked, scope })
  if (fmiPath === undefined) return request
  return { ...request, parameters: [...request.parameters, ['fmi_path', fmiPath]] }
}

/** Step 2: the agent identity presents T1 as its assertion. */
export function redemptionRequest(
  directory: Directory,
  {
    assertion,
    ...asked
  }: {
    readonly client: ClientName
    readonly scope: string
    readonly assertion: string
    readonly tenant?: TenantName | undefined
  },
): WireRequest {
  return tokenRequest(directory, { ...asked, proof: assertionProof(assertion) })
}
