import { trustingFetch } from '../wire/trusting-fetch.ts'
import { requireText } from './ids.ts'
import type { ClientFetch } from './ports.ts'

/**
 * Makes a `fetch` for the client that trusts the given certificate authorities besides the public
 * ones. Node 20 reads `NODE_EXTRA_CA_CERTS` only when it starts and its global `fetch` takes no
 * certificate, so a test server with its own authority needs this.
 *
 * @param certificateAuthorityPem One or more certificates, PEM.
 * @throws {ClientConfigurationError} The text is blank.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { clientSecret, createAgentIdentityClient, fetchTrusting } from 'agentid-conformance/client'
 *
 * const client = createAgentIdentityClient({
 *   authorityHost: 'https://localhost:8443',
 *   tenantId: '10000000-c0de-4a11-8000-000000000001',
 *   blueprintClientId: '20000000-c0de-4a11-8000-000000000001',
 *   credential: clientSecret('concierge-secret-for-tests-only'),
 *   fetch: fetchTrusting(await readFile(process.env.AGENTID_CA_FILE ?? '', 'utf8')),
 * })
 * ```
 */
export const fetchTrusting = (certificateAuthorityPem: string): ClientFetch =>
  trustingFetch(requireText(certificateAuthorityPem, 'certificate authority')).fetch
