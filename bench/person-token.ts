import { seedIds } from '../mock-idp/directory/seed-ids.ts'
import type { Ready } from './agentid-server.ts'

/** Tc: a token with which a seeded person called the blueprint through an application of the tenant. */
export async function personTokenOf({ httpUrl, env }: Ready): Promise<string> {
  const answer = await fetch(`${httpUrl}/_mock/tokens?tenant=${env.AGENTID_TENANT_ID}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'user',
      user: 'bea@contoso.example',
      client: seedIds.intranet,
      audience: env.AGENTID_BLUEPRINT_CLIENT_ID,
    }),
  })
  const body = (await answer.json()) as { readonly token?: string }
  if (body.token === undefined) throw new Error(`no token of a person: ${JSON.stringify(body)}`)
  return body.token
}
