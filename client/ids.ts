import { parseJsonObject } from '../wire/json-object.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The texts that JavaScript turns missing values into. */
const stringifiedNothing = new Set(['undefined', 'null', 'nan', '[object object]'])

export const requireText = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new ClientConfigurationError(`${name} is missing or blank`)
  }
  if (stringifiedNothing.has(value.trim().toLowerCase())) {
    throw new ClientConfigurationError(
      `${name} is the text of a missing value; check the variable you passed`,
    )
  }
  return value
}

/** Checks a GUID and lowers its case: the subject of T1 ends with the id as sent, and case matters there. */
export const requireGuid = (value: unknown, name: string): string => {
  const text = requireText(value, name).toLowerCase()
  if (!guid.test(text)) throw new ClientConfigurationError(`${name} must be a GUID`)
  return text
}

export const isGuid = (text: string): boolean => guid.test(text)

/** A GUID or a domain name. `common`, `organizations` and `consumers` name no tenant. */
export const requireTenant = (value: unknown, name: string): string => {
  const text = requireText(value, name).toLowerCase()
  const labels = text.split('.')
  const isDomain = labels.length > 1 && labels.every((label) => domainLabel.test(label))
  if (!isGuid(text) && !isDomain) {
    throw new ClientConfigurationError(`${name} must be a tenant GUID or a domain name`)
  }
  return text
}

/** The claims of a challenge are sent as they are; those of `WWW-Authenticate` are in base64. */
/** Empty: none. */
export const readClaims = (value: unknown): string => {
  if (value === undefined) return ''
  const claims = requireText(value, 'claims')
  if (parseJsonObject(claims) === undefined) {
    throw new ClientConfigurationError(
      'claims must be the JSON of a claims challenge; decode the base64 of WWW-Authenticate first',
    )
  }
  return claims
}
