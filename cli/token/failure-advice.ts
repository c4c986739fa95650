import type { TokenRequestError } from '../../client/index.ts'

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
    return 'No managed identity answers here. IMDS exists on Azure machines only; elsewhere set IDENTITY_ENDPOINT and IDENTITY_HEADER, or AZURE_POD_IDENTITY_AUTHORITY_HOST.'
  }
  if (untrusted.has(networkCode)) {
    return 'Its certificate is not trusted. Set AGENTID_CA_FILE to the file that `agentid serve` prints.'
  }
  if (networkCode === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `Its certificate is for another name. Write AGENTID_AUTHORITY_HOST as \`agentid serve\` prints it.`
  }
  if (networkCode === 'ECONNREFUSED') {
    return `Nothing listens at ${host}. Is \`agentid serve\` running, and on this port?`
  }
  if (networkCode === 'ENOTFOUND' || networkCode === 'EAI_AGAIN') {
    return `The name in ${host} cannot be resolved. Look at AGENTID_AUTHORITY_HOST and at the network.`
  }
  return `Look whether ${host} can be reached from here.`
}

/** What to do about a failure that is not a refusal under a known rule. */
export function failureAdvice(error: TokenRequestError, host: string): string {
  const { reason, httpStatus, retryAfterSeconds } = error
  if (reason === 'unreachable') return unreachableAdvice(error, host)
  if (reason === 'unavailable') {
    const when = retryAfterSeconds === undefined ? 'later' : `after ${retryAfterSeconds} s`
    return httpStatus === 429
      ? `Too many requests: try again ${when}.`
      : `The server cannot serve now: try again ${when}.`
  }
  if (reason === 'unusable-answer') {
    return `What answered is no token endpoint of Entra. Look at AGENTID_AUTHORITY_HOST (${host}) and at proxies.`
  }
  if (reason === 'wrong-token') {
    return 'Do not use what came back. Compare AGENTID_AGENT_ID and AGENTID_BLUEPRINT_CLIENT_ID with the directory.'
  }
  return 'Look up the correlation id in the sign-in logs of the tenant.'
}
