import type { TenantDescription } from '../directory/description.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { control, mockOfContoso, openMock, origin } from './mock-world.ts'

export const { contoso, intranet, desk, concierge, booking, bea, carlos } = seedIds
export const accessAgent = `api://${concierge}/access_agent`
export const signedInAt = 'http://localhost/signed-in'

/** A sign-in at the Intranet, unless a test asks for something else. */
export const intranetRequest = {
  client_id: intranet,
  response_type: 'code',
  redirect_uri: signedInAt,
  scope: `${accessAgent} openid offline_access`,
  state: 'a state',
}

type Parameters = Readonly<Record<string, string | undefined>>

/** What a browser got, and what it showed or where it went. */
export type Shown = {
  readonly response: Response
  readonly text: string
  /** Parameters of the address that the answer leads to: of its query or its fragment. */
  readonly at: URLSearchParams
  readonly location: string
}

/** A mock, and a browser that keeps its cookie and presses buttons. */
export async function openBrowser(
  settings: Readonly<Record<string, unknown>> = {},
  change?: (tenant: TenantDescription) => TenantDescription,
) {
  const mock = await (change ? mockOfContoso(change) : openMock())
  if (Object.keys(settings).length > 0) {
    await control(mock, 'PUT', `/sign-in?tenant=${contoso}`, settings)
  }
  let cookie: string | undefined
  const send = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const response = await mock.fetch(new Request(new URL(path, origin), { ...init, headers }))
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0]
    const location = response.headers.get('location') ?? ''
    const [before = '', fragment = ''] = location.split('#')
    const query = before.split('?')[1] ?? ''
    return {
      response,
      text: await response.text(),
      location,
      at: new URLSearchParams(fragment || query),
    }
  }
  const authorize = (changes: Parameters = {}, tenant: string = contoso) => {
    const given = Object.entries({ ...intranetRequest, ...changes })
    const query = new URLSearchParams(
      given.filter((one): one is [string, string] => one[1] !== undefined),
    )
    return send(`/${tenant}/oauth2/v2.0/authorize?${query}`)
  }
  /** Sends a form of the page, as a person does who presses a button. */
  const press = ({ text }: Shown, fields: Readonly<Record<string, string>>, form = 0) => {
    const forms = text.split('<form').slice(1)
    const html = forms[form] ?? ''
    const action = unescapeHtml(/action="([^"]*)"/.exec(html)?.[1] ?? '')
    const hidden = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const body = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']): [string, string] => [name, unescapeHtml(value)]),
      ...Object.entries(fields),
    ])
    return send(action, { method: 'POST', body })
  }
  /** Picks a person on the sign-in page, and goes where it leads. */
  const pick = async (page: Shown, user: string) => {
    const picked = await press(page, { user })
    return picked.response.status === 303 ? send(picked.location) : picked
  }
  const redeem = async (
    code: string,
    changes: Parameters = {},
    headers: Readonly<Record<string, string>> = {},
    tenant: string = contoso,
  ) => {
    const given = Object.entries({
      grant_type: 'authorization_code',
      client_id: intranet,
      client_secret: 'intranet-secret-for-tests-only',
      redirect_uri: signedInAt,
      code,
      ...changes,
    })
    const body = new URLSearchParams(
      given.filter((one): one is [string, string] => one[1] !== undefined),
    )
    const url = `${origin}/${tenant}/oauth2/v2.0/token`
    const response = await mock.fetch(new Request(url, { method: 'POST', body, headers }))
    return {
      response,
      body: JSON.parse(await response.text()),
      rule: response.headers.get('x-mock-rule'),
    }
  }
  return { mock, send, authorize, press, pick, redeem, forgetCookie: () => (cookie = undefined) }
}

function unescapeHtml(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
