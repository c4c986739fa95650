import type { KillableMock } from '../../../tests/support/served-mock.ts'

type Shown = {
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly passwordCredentials: readonly unknown[]
}
type Answer = { readonly status: number; readonly body: unknown }

/** What the tests of the state file do through Microsoft Graph; undefined or false where no answer came. */
export type Graph = ReturnType<typeof createGraph>

export const prefix = 'kill'
const administrator = 'https://graph.microsoft.com/v1.0/users/'

/** @param onWrite told of each acknowledged write */
export function createGraph({ httpUrl, env }: KillableMock, onWrite: () => void) {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${env.AGENTID_GRAPH_TOKEN}`,
      consistencylevel: 'eventual',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${httpUrl}${path}`, { method, headers, ...content })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
  }
  const write = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body).catch(() => undefined)
    if (!answer) return undefined
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    onWrite()
    return answer.body as Record<string, string>
  }
  const sponsors = async () => {
    const { body } = await call('GET', '/v1.0/users?$top=1&$select=id')
    const [first] = (body as { value: { id: string }[] }).value
    return { 'sponsors@odata.bind': [`${administrator}${first?.id}`] }
  }
  let sponsored: Promise<object> | undefined
  const sponsor = async () => {
    sponsored ??= sponsors()
    return sponsored.catch(() => ({}))
  }

  return {
    create: async (displayName: string) => {
      const path = '/v1.0/applications/microsoft.graph.agentIdentityBlueprint'
      return (await write('POST', path, { displayName, ...(await sponsor()) })) as Shown | undefined
    },
    createPrincipal: async (appId: string) => {
      const path = '/v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal'
      return (await write('POST', path, { appId })) !== undefined
    },
    addSecret: async (id: string) => {
      const body = { passwordCredential: { displayName: prefix } }
      return (await write('POST', `/v1.0/applications/${id}/addPassword`, body))?.secretText
    },
    createAgent: async (appId: string) => {
      const path = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity'
      const body = { displayName: prefix, agentIdentityBlueprintId: appId, ...(await sponsor()) }
      return (await write('POST', path, body))?.id
    },
    rename: async (id: string, displayName: string) =>
      (await write('PATCH', `/v1.0/applications/${id}`, { displayName })) !== undefined,
    removeAgent: async (id: string) =>
      (await write('DELETE', `/v1.0/servicePrincipals/${id}`)) !== undefined,
    show: async (id: string) => {
      const { status, body } = await call('GET', `/v1.0/applications/${id}`)
      if (status !== 200) throw new Error(`the blueprint ${id} was lost: ${status}`)
      return body as Shown
    },
    hasAgent: async (id: string) =>
      (await call('GET', `/v1.0/servicePrincipals/${id}`)).status === 200,
    countCreated: async () => {
      const filter = encodeURIComponent(`startswith(displayName,'${prefix}')`)
      const { body } = await call('GET', `/v1.0/applications/$count?$filter=${filter}`)
      return Number(body)
    },
    /** The token of an agent identity for Microsoft Graph, or the refusal. */
    obtainToken: async (client: {
      readonly appId: string
      readonly secret: string
      readonly agentId: string
    }) => {
      const t1 = await ask({
        client_id: client.appId,
        client_secret: client.secret,
        scope: 'api://AzureADTokenExchange/.default',
        fmi_path: client.agentId,
      })
      return ask({
        client_id: client.agentId,
        client_assertion: t1,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        scope: 'https://graph.microsoft.com/.default',
      })
    },
  }

  async function ask(form: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams({ ...form, grant_type: 'client_credentials' })
    const url = `${httpUrl}/${env.AGENTID_TENANT_ID}/oauth2/v2.0/token`
    const answer = (await (await fetch(url, { method: 'POST', body })).json()) as Answer['body']
    return String((answer as Record<string, unknown>).access_token ?? JSON.stringify(answer))
  }
}
