import type { JSONWebKeySet } from 'jose'
import { isJsonObject, type JsonObject } from '../../wire/json-object.ts'
import { isLoopbackUrl } from '../../wire/loopback.ts'

const timeoutMs = 5_000

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * The keys that an external issuer publishes, found through its discovery document. Asks loopback addresses only:
 * nothing is ever fetched from outside. Undefined where a document is missing, or is none that Entra can use.
 */
export async function fetchIssuerKeys(
  issuer: string,
  fetch: Fetch,
): Promise<JSONWebKeySet | undefined> {
  try {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const document = await fetchLoopbackJson(url, fetch)
    if (!isUsable(document, issuer)) return undefined
    const { keys } = await fetchLoopbackJson(document.jwks_uri, fetch)
    return Array.isArray(keys) && keys.every(isJsonObject) ? { keys } : undefined
  } catch {
    return undefined
  }
}

type Usable = { readonly jwks_uri: string }

/**
 * OpenID Connect Discovery 1.0 section 4.3 wants the issuer exactly; that an endpoint of empty text and an empty list
 * of subject types make a document unusable for Entra is reported by one project (astaykov/agentid-spiffe).
 */
function isUsable(document: JsonObject, issuer: string): document is JsonObject & Usable {
  const { jwks_uri, authorization_endpoint: endpoint, subject_types_supported: types } = document
  const isEndpoint = endpoint === undefined || (typeof endpoint === 'string' && endpoint !== '')
  const hasTypes = types === undefined || (Array.isArray(types) && types.length > 0)
  return document.issuer === issuer && typeof jwks_uri === 'string' && isEndpoint && hasTypes
}

async function fetchLoopbackJson(url: string, fetch: Fetch): Promise<JsonObject> {
  if (!isLoopbackUrl(url)) throw new TypeError(`${url} is not on loopback`)
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  const document: unknown = response.ok ? await response.json() : undefined
  if (!isJsonObject(document)) throw new TypeError(`${url} answers no document`)
  return document
}
