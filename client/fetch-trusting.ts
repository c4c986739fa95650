import { trustingFetch } from '../wire/trusting-fetch.ts'
import { requireText } from './ids.ts'
import type { ClientFetch } from './ports.ts'

/**
 * A `fetch` for the client that also trusts the certificate authorities given, beside the public
 * ones. Node 20 reads `NODE_EXTRA_CA_CERTS` only when it starts and its global `fetch` takes no
 * certificate, so a test server with its own authority needs this.
 *
 * @param certificateAuthorityPem One or more certificates, PEM.
 * @throws {ClientConfigurationError} The text is blank.
 */
export const fetchTrusting = (certificateAuthorityPem: string): ClientFetch =>
  trustingFetch(requireText(certificateAuthorityPem, 'certificate authority')).fetch
