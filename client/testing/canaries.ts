import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { type Answer, json } from './fake-identity-provider.ts'

const showsOf = (value: unknown): readonly string[] => [
  String(value),
  value instanceof Error ? `${value.message}${value.stack}` : '',
  JSON.stringify(value),
  inspect(value, { depth: 10, showHidden: true }),
]

/** Fails if a secret, or one of the first two parts of a token, is in anything that a program may log. */
export const assertShowsNone = (value: unknown, canaries: readonly string[]): void => {
  for (const shown of showsOf(value)) {
    for (const canary of canaries) {
      const parts = canary.startsWith('eyJ') ? canary.split('.').slice(0, 2) : [canary]
      for (const part of parts) assert.ok(!shown.includes(part), shown)
    }
  }
}

/** A server that repeats all it got, wherever it can, and adds a token of its own. */
export const echo =
  (status: number, token: string): Answer =>
  ({ form, headers }) => {
    const all = `${JSON.stringify(form)} ${JSON.stringify(headers)} ${Object.values(form).join(' ')}`
    const claims = JSON.stringify({ access_token: form })
    const body = { error: all, error_description: all, suberror: all, trace_id: all, claims }
    const tokens = { access_token: token, refresh_token: token, id_token: token }
    return json({ ...body, correlation_id: all, ...tokens }, status)
  }
