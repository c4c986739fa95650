import type { JsonObject } from '../../wire/json-object.ts'

/** A claim of the token's own, never one that every object has. */
export function claimOf(claims: JsonObject, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined
}

/** A claim that is text; anything else is as good as absent. */
export function textOf(claims: JsonObject, name: string): string | undefined {
  const value = claimOf(claims, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A number of seconds since 1970. Some clients write it as text (MSAL.NET JsonWebToken.cs). */
export function secondsOf(claims: JsonObject, name: string): number | undefined {
  const value = claimOf(claims, name)
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined
}
