/**
 * Codes of Node and OpenSSL for a server whose certificate does not hold. Asking again cannot mend that: either
 * somebody is in between, or the certificate authority has to be told.
 */
const certificateProblem = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

export const isCertificateProblem = (networkCode: string | undefined): boolean =>
  networkCode !== undefined && certificateProblem.test(networkCode)
