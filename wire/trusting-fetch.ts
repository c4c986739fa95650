import { rootCertificates } from 'node:tls'
import { Agent, fetch } from 'undici'

/** A `fetch` with connections of its own. It follows no redirect: that would carry a secret to another place. */
export type TrustingFetch = {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Ends the connections that are open. */
  readonly close: () => Promise<void>
}

/**
 * A `fetch` that trusts more certificate authorities than the public ones. Node 20 reads `NODE_EXTRA_CA_CERTS`
 * only when it starts, and its own `fetch` takes no certificate.
 *
 * @param certificateAuthorityPem one or more certificates, PEM. Default: the public ones alone
 * @param timeoutMs how long an answer may take to begin, and to go on. Default: undici's five minutes
 */
export function trustingFetch(
  certificateAuthorityPem: string | undefined,
  timeoutMs?: number,
): TrustingFetch {
  const extra = certificateAuthorityPem === undefined ? [] : [certificateAuthorityPem]
  const dispatcher = new Agent({
    connect: { ca: [...rootCertificates, ...extra] },
    ...(timeoutMs !== undefined && { headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
  })
  // undici declares types of its own for what the platform declares already; the objects are the same.
  const send = fetch as unknown as (url: string, init: object) => Promise<Response>
  return {
    fetch: (url, init) => send(url, { redirect: 'manual', ...init, dispatcher }),
    close: () => dispatcher.destroy(),
  }
}
