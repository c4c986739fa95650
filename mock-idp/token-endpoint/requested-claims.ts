import { isJsonObject } from '../../wire/json-object.ts'

/**
 * What the parameter `claims` asks for (OpenID Connect Core section 5.5; how Entra reads it:
 * learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export type RequestedClaims = {
  /** `xms_cc`: what the client can do, such as `cp1`, handle a claims challenge. */
  readonly capabilities: readonly string[]
  /** `acrs`: what the sign-in shall satisfy, `c1` to `c99`. */
  readonly authenticationContexts: readonly string[]
  /** `capolids` or `polids`: the policies of the challenge that this answers. */
  readonly policyIds: readonly string[]
}

export const noRequestedClaims: RequestedClaims = {
  capabilities: [],
  authenticationContexts: [],
  policyIds: [],
}

/** Undefined for what is no JSON object. An empty parameter is none. */
export function readRequestedClaims(text: string | undefined): RequestedClaims | undefined {
  if (!text) return noRequestedClaims
  const asked = parseObject(text)
  if (!asked) return undefined
  const parts = [asked.access_token, asked.id_token].filter(isJsonObject)
  const valuesOf = (name: string) => [...new Set(parts.flatMap((part) => valuesIn(part[name])))]
  return {
    capabilities: valuesOf('xms_cc'),
    authenticationContexts: valuesOf('acrs'),
    policyIds: [...valuesOf('capolids'), ...valuesOf('polids')],
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** `value` or `values` of a requested claim. */
function valuesIn(requested: unknown): readonly string[] {
  if (!isJsonObject(requested)) return []
  const { value, values } = requested
  return [value, ...(Array.isArray(values) ? values : [])].filter((one) => typeof one === 'string')
}
