import { type Answer, describeAnswer, readAnswer } from '../requests/answer.ts'
import { assertionProof } from '../requests/proof.ts'
import { tokenRequest } from '../requests/token-requests.ts'
import { sendWire } from '../requests/wire-request.ts'
import type { Prover } from './prover.ts'

/** A token that the endpoint of its machine gives to a managed identity. */
export async function managedIdentityToken(
  { directory, tenant, request }: Prover,
  resource: string,
): Promise<string> {
  await directory.ready()
  const endpoint = directory.identityEndpoint()
  const place = endpoint
    ? { path: endpoint.url, headers: { 'x-identity-header': endpoint.header } }
    : {
        path: `/${directory.tenantId(tenant)}/metadata/identity/oauth2/token`,
        headers: { metadata: 'true' },
      }
  const parameters = [
    ['api-version', endpoint ? '2019-08-01' : '2018-02-01'],
    ['resource', resource],
  ] as const
  const wire = { method: 'GET', ...place, parameters }
  return issued(await readAnswer(await sendWire(request, wire)))
}

/** A token of the exchange that the managed identity gets from the token endpoint, as a pod on AKS gets one. */
export async function federatedIdentityToken(
  { directory, tenant, request }: Prover,
  assertion: string,
): Promise<string> {
  await directory.ready()
  const { parameters } = assertionProof(assertion)
  const wire = {
    method: 'POST',
    path: `/${directory.tenantId(tenant)}/oauth2/v2.0/token`,
    headers: {},
    parameters: Object.entries({
      client_id: directory.clientId('concierge-host'),
      scope: `${directory.address('the token exchange')}/.default`,
      grant_type: 'client_credentials',
      ...parameters,
    }),
  } as const
  return issued(await readAnswer(await sendWire(request, wire)))
}

/** A token of the ordinary application Intranet. */
export async function applicationToken(
  { directory, tenant, request }: Prover,
  scope: string,
): Promise<string> {
  const proof = { parameters: { client_secret: directory.secret('Intranet') } }
  await directory.ready()
  const wire = tokenRequest(directory, { client: 'Intranet', tenant, scope, proof })
  return issued(await readAnswer(await sendWire(request, wire)))
}

function issued(answer: Answer): string {
  if (answer.token !== undefined) return answer.token
  throw new Error(`a token needed on the way was not issued: ${describeAnswer(answer)}`)
}
