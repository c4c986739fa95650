/**
 * Codes of Node and OpenSSL for an invalid server certificate. Retrying cannot help: either someone intercepts the
 * connection, or you must trust the certificate authority.
 */
const certificateProblem = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

export const isCertificateProblem = (networkCode: string | undefined): boolean =>
  networkCode !== undefined && certificateProblem.test(networkCode)
