/** What every peer has: one confidential client that may ask for tokens of its own. */
export const client = { id: 'bench', secret: 'a-secret-of-the-bench-only' } as const

/** Tells the bench which request to send, as the first line of output. */
export function announce(url: string, more: Readonly<Record<string, string>> = {}): void {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
    ...more,
  })
  process.stdout.write(`${JSON.stringify({ url, form: String(form) })}\n`)
}
