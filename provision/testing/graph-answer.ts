import type { FakeObject } from './fake-directory.ts'

const requestId = '70000000-c0de-4a11-8000-000000000009'

/** Graph's error envelope as it was captured. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  Response.json(
    {
      error: {
        code,
        message,
        innerError: { date: '2026-11-01T12:00:00', 'request-id': requestId },
      },
    },
    { status, headers },
  )

export const notFound = (id: string): Response =>
  refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

export const denied = (): Response =>
  refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')

export const noContent = (): Response => new Response(null, { status: 204 })

export const collection = (value: readonly unknown[]): Response => Response.json({ value })

/** An object as Graph shows it. */
export function shown({ kind, id, appId, displayName, ...object }: FakeObject): object {
  const common = { id, appId, displayName }
  if (kind === 'agentIdentity') {
    return { ...common, agentIdentityBlueprintId: object.blueprintAppId }
  }
  if (kind === 'principal') return common
  const passwordCredentials = object.passwords.map(({ secretText, knownAtMs: _, ...rest }) => ({
    ...rest,
    hint: secretText.slice(0, 3),
    secretText: null,
  }))
  return { ...common, passwordCredentials, keyCredentials: object.keys }
}
