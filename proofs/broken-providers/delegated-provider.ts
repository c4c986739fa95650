import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import type { TenantDescription } from '../../mock-idp/index.ts'
import type { Claims } from '../token-kinds.ts'
import {
  assertionClaims,
  type Pass,
  readTokenRequest,
  type TokenRequest,
  withForm,
  withValues,
} from '../token-requests.ts'

/** A tenant as the control API describes it. */
export type Described = {
  [Name in keyof TenantDescription]-?: NonNullable<TenantDescription[Name]>
}
type Test = (asked: TokenRequest) => boolean
type Values = Readonly<Record<string, string | undefined>>
type Edit = (tenant: Described, asked: TokenRequest) => Described

export const value = ({ form }: TokenRequest, name: string) => form.get(name) ?? ''
const grantIs =
  (grant: string): Test =>
  (asked) =>
    value(asked, 'grant_type') === grant
export const asksOnBehalf = grantIs('urn:ietf:params:oauth:grant-type:jwt-bearer')
export const asksAgentUser = grantIs('user_fic')
export const asksRefresh = grantIs('refresh_token')
export const asksDelegated: Test = (asked) =>
  asksOnBehalf(asked) || asksAgentUser(asked) || asksRefresh(asked)
export const asks = (name: string): Test => {
  return (asked) => asked.form.get('scope')?.split(' ').includes(name) ?? false
}
/** What the user's token claims. */
export const userToken = (asked: TokenRequest) => assertionClaims(asked.form.get('assertion'))
export const secondCredential = (asked: TokenRequest) =>
  assertionClaims(asked.form.get('user_federated_identity_credential'))

/** The number of a refusal; undefined where a request is granted. */
export async function numberOf(answer: Response): Promise<number | undefined> {
  if (answer.ok) return undefined
  const body = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as Claims
  return Array.isArray(body.error_codes) ? Number(body.error_codes[0]) : 0
}

/** What a fault may do that only the provider itself could. */
export type Insider = {
  readonly asked: TokenRequest
  readonly pass: Pass
  readonly tenant: () => Promise<Described>
  /** Answers this request as if the directory were another. */
  readonly within: (edit: Edit, form?: URLSearchParams) => Promise<Response>
  /** Makes a token, as a tenant would. */
  readonly order: (order: Readonly<Record<string, unknown>>) => Promise<string>
  /** T1 for the client of this request, if the provider saw how its blueprint asks for one. */
  readonly freshT1: (agent?: string) => Promise<string | undefined>
}

/** A provider that answers the requests of the delegated flows in its own way. */
export function atDelegated(answer: (insider: Insider) => Promise<Response>): InProcessOptions {
  const stepOnes = new Map<string, URLSearchParams>()
  return {
    intercept: async (request, forward) => {
      const asked = await readTokenRequest(request)
      if (!asked) return forward(request)
      const granted = async (form: URLSearchParams) => {
        const answer = await forward(withForm(request, form))
        const body = (await answer.json()) as Claims
        return answer.ok ? String(body.access_token) : undefined
      }
      if (!asksDelegated(asked)) {
        const path = value(asked, 'fmi_path')
        if (path)
          stepOnes.set(`${asked.tenant} ${path.toLowerCase()}`, new URLSearchParams(asked.form))
        if (path && !asked.form.has('client_secret') && request.headers.has('authorization'))
          stepOnes.delete(`${asked.tenant} ${path.toLowerCase()}`)
        return forward(request)
      }
      const pass: Pass = (form) => forward(form ? withForm(request, form) : request.clone())
      const control = async (method: string, path: string, body?: unknown) => {
        const url = `${new URL(request.url).origin}/_mock/${path}`
        const headers = { 'content-type': 'application/json' }
        const answer = await forward(
          new Request(url, {
            method,
            headers,
            ...(body !== undefined && { body: JSON.stringify(body) }),
          }),
        )
        if (!answer.ok) throw new TypeError(`${path}: ${await answer.text()}`)
        return answer.json()
      }
      const path = `tenants/${asked.tenant}`
      const tenant = async () => (await control('GET', path)) as Described
      return answer({
        asked,
        pass,
        tenant,
        within: async (edit, form) => {
          const before = await tenant()
          await control('PUT', path, edit(structuredClone(before), asked))
          try {
            return await pass(form)
          } finally {
            await control('PUT', path, before)
          }
        },
        order: async (order) => {
          const made = (await control('POST', `tokens?tenant=${asked.tenant}`, order)) as Claims
          return String(made.token)
        },
        freshT1: async (agent = value(asked, 'client_id')) => {
          const known = stepOnes.get(`${asked.tenant} ${agent.toLowerCase()}`)
          const any = [...stepOnes].find(([key]) => key.startsWith(`${asked.tenant} `))?.[1]
          const form = known ?? any
          return form && granted(withValues(form, { fmi_path: agent.toLowerCase() }))
        },
      })
    },
  }
}

/** Grants where the mock refuses for one of these numbers: with what it takes for the request. */
export function lenient(
  numbers: readonly number[],
  about: Test,
  mended: (insider: Insider) => Promise<Values | undefined> | Values | undefined,
): InProcessOptions {
  return atDelegated(async (insider) => {
    const { asked, pass } = insider
    const answer = await pass()
    const number = await numberOf(answer)
    if (number === undefined || !numbers.includes(number) || !about(asked)) return answer
    const values = await mended(insider)
    if (!values) return answer
    const again = await pass(withValues(asked.form, values))
    return again.ok ? again : someAnswer()
  })
}

/** Grants where the mock refuses for this number: as if the directory were another. */
export function lenientWithin(number: number, about: Test, edit: Edit): InProcessOptions {
  return atDelegated(async ({ asked, pass, within }) => {
    const answer = await pass()
    if ((await numberOf(answer)) !== number || !about(asked)) return answer
    const again = await within(edit)
    return again.ok ? again : answer
  })
}

/** A token of the user whom the presented one is about, as the blueprint of the client gets it. */
export async function goodUserToken({ asked, tenant, order }: Insider): Promise<Values> {
  const { agentIdentities, applications, users } = await tenant()
  const claims = userToken(asked)
  const agent = agentIdentities.find(({ id }) => id === value(asked, 'client_id').toLowerCase())
  const person = users.find(({ id }) => id === claims.oid) ?? users[1]
  const client = String(claims.azp ?? claims.appid ?? '')
  const known = applications.find(({ appId }) => appId === client) ?? applications[0]
  const assertion = await order({
    kind: 'user',
    user: person?.id,
    client: known?.appId,
    audience: agent?.blueprint,
  })
  return { assertion }
}

/** T1 for the client, in place of whatever it sent. */
export async function goodT1({ freshT1 }: Insider): Promise<Values | undefined> {
  const t1 = await freshT1()
  if (t1 === undefined) return undefined
  return {
    client_assertion: t1,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_secret: undefined,
  }
}

/** T2 of the client, in place of whatever it sent. */
export async function goodT2(insider: Insider): Promise<Values | undefined> {
  const { asked, pass } = insider
  const t1 = await goodT1(insider)
  if (!t1) return undefined
  const form = new URLSearchParams({
    client_id: value(asked, 'client_id'),
    grant_type: 'client_credentials',
    scope: 'api://AzureADTokenExchange/.default',
  })
  const answer = await pass(withValues(form, t1))
  if (!answer.ok) return undefined
  const { access_token } = (await answer.json()) as Claims
  return { user_federated_identity_credential: String(access_token) }
}

export function enablingUsers(tenant: Described): Described {
  return { ...tenant, users: tenant.users.map((one) => ({ ...one, enabled: true })) }
}

/** A token of the user that was taken before is taken again, where it would be refused for this number. */
export function onceTaken(number: number) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (!asksOnBehalf(asked)) return answer
    const key = `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'assertion')}`
    if ((await numberOf(answer)) === number) return granted.get(key)?.clone() ?? answer
    if (answer.ok) granted.set(key, answer.clone())
    return answer
  })
}

/** A grant whose token is nobody's. */
export function someAnswer(): Response {
  const encode = (part: Claims) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const access_token = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ sub: 'somebody' })}.c2ln`
  return Response.json(
    {
      token_type: 'Bearer',
      scope: 'User.Read',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token,
    },
    { headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' } },
  )
}
