import type { TrustingFetch } from '../../../../wire/trusting-fetch.ts'

const tellingParameters = [
  'client_secret',
  'client_assertion',
  'assertion',
  'code',
  'code_verifier',
] as const
const tellingMembers = ['access_token', 'id_token', 'refresh_token'] as const

/** A `fetch` that adds to `secrets` what a journal must not show of its requests and their answers. */
export function overhear(
  fetch: TrustingFetch['fetch'],
  secrets: Set<string>,
): TrustingFetch['fetch'] {
  return async (url, init) => {
    const sent = new URLSearchParams(init?.method === 'POST' ? String(init.body) : '')
    for (const name of tellingParameters) keep(sent.get(name), secrets)
    const response = await fetch(url, init)
    if (!new URL(url).pathname.endsWith('/token')) return response
    const answered = (await response.clone().json()) as Readonly<Record<string, unknown>>
    for (const name of tellingMembers) keep(answered[name], secrets)
    return response
  }
}

/** Of a JWT, the signature makes it a credential: a journal shows its claims. */
function keep(value: unknown, secrets: Set<string>): void {
  if (typeof value !== 'string') return
  const parts = value.split('.')
  secrets.add((value.startsWith('eyJ') && parts[2]) || value)
}
