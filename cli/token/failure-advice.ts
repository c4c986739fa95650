import { ClaimsChallengeError, type TokenRequestError } from '../../client/index.ts'

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
])

function unreachableAdvice({ step, networkCode = '' }: TokenRequestError, host: string): string {
  if (step === 'managed-identity') {
    return 'No managed identity endpoint answers. IMDS exists only on Azure machines; elsewhere, set IDENTITY_ENDPOINT and IDENTITY_HEADER, or AZURE_POD_IDENTITY_AUTHORITY_HOST.'
  }
  if (untrusted.has(networkCode)) {
    return 'The certificate of the server is not trusted. Set AGENTID_CA_FILE to the file that `agentid serve` prints.'
  }
  if (networkCode === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'The certificate of the server is for another host name. Set AGENTID_AUTHORITY_HOST to the value that `agentid serve` prints.'
  }
  if (networkCode === 'ECONNREFUSED') {
    return `Nothing listens at ${host}. Check that \`agentid serve\` is running on this port.`
  }
  if (networkCode === 'ENOTFOUND' || networkCode === 'EAI_AGAIN') {
    return `Cannot resolve the host name in ${host}. Check AGENTID_AUTHORITY_HOST and your network.`
  }
  return `Check that this machine can reach ${host}.`
}

/** What to do about a failure that is not a refusal under a known rule. */
export function failureAdvice(error: TokenRequestError, host: string): string {
  const { reason, httpStatus, retryAfterSeconds } = error
  if (reason === 'unreachable') return unreachableAdvice(error, host)
  if (reason === 'unavailable') {
    const when = retryAfterSeconds === undefined ? 'later' : `after ${retryAfterSeconds} s`
    return httpStatus === 429
      ? `Too many requests: try again ${when}.`
      : `The server is unavailable: try again ${when}.`
  }
  if (reason === 'unusable-answer') {
    return `The answer does not come from a token endpoint of Entra. Check AGENTID_AUTHORITY_HOST (${host}) and your proxies.`
  }
  if (reason === 'wrong-token') {
    return 'Do not use the token. Compare AGENTID_AGENT_ID, AGENTID_BLUEPRINT_CLIENT_ID and whom you act for with the directory.'
  }
  if (error.suberror === 'consent_required') {
    return 'Grant the agent identity, not the app that the person uses, the permissions that it asks for.'
  }
  if (error instanceof ClaimsChallengeError) {
    return 'The person must sign in again with these claims. Get a new user assertion with them.'
  }
  return 'Look up the correlation id in the sign-in logs of the tenant.'
}
