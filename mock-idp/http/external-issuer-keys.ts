import type { JSONWebKeySet } from 'jose'
import { isLoopbackUrl } from '../../wire/loopback.ts'

const timeoutMs = 5_000

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * The keys that an external issuer publishes, found through its discovery document.
 * Asks loopback addresses only: nothing is ever fetched from outside. No keys where that fails.
 */
export async function fetchIssuerKeys(issuer: string, fetch: Fetch): Promise<JSONWebKeySet> {
  try {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const { jwks_uri } = await fetchLoopbackJson(url, fetch)
    const { keys } = await fetchLoopbackJson(String(jwks_uri), fetch)
    return { keys: Array.isArray(keys) ? keys : [] }
  } catch {
    return { keys: [] }
  }
}

async function fetchLoopbackJson(url: string, fetch: Fetch): Promise<Record<string, unknown>> {
  if (!isLoopbackUrl(url)) throw new TypeError(`${url} is not on loopback`)
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  return (await response.json()) as Record<string, unknown>
}
