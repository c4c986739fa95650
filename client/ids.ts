import { ClientConfigurationError } from './client-configuration-error.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** What JavaScript makes of a missing value when it is put into a string. */
const stringifiedNothing = new Set(['undefined', 'null', 'nan', '[object object]'])

export const requireText = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new ClientConfigurationError(`${name} is missing or blank`)
  }
  if (stringifiedNothing.has(value.trim().toLowerCase())) {
    throw new ClientConfigurationError(`${name} is a missing value turned into text`)
  }
  return value
}

/** Lower case, because the subject of T1 ends with the id as it was sent and is compared by case. */
export const requireGuid = (value: unknown, name: string): string => {
  const text = requireText(value, name).toLowerCase()
  if (!guid.test(text)) throw new ClientConfigurationError(`${name} is not a GUID`)
  return text
}

export const isGuid = (text: string): boolean => guid.test(text)

/** A GUID or a domain name. `common`, `organizations` and `consumers` name no tenant. */
export const requireTenant = (value: unknown, name: string): string => {
  const text = requireText(value, name).toLowerCase()
  const labels = text.split('.')
  const isDomain = labels.length > 1 && labels.every((label) => domainLabel.test(label))
  if (!isGuid(text) && !isDomain) {
    throw new ClientConfigurationError(`${name} is neither a tenant GUID nor a domain name`)
  }
  return text
}
