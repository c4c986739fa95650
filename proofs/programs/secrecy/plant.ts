import { request as send } from 'node:http'
import { strangeJwt } from './canaries.ts'

/** A request that holds something that is written down in one of many ways. */
export type Planted = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const tenantId = '10000000-c0de-4a11-8000-000000000001'
const tokenPath = `/${tenantId}/oauth2/v2.0/token`
const asked = {
  client_id: '20000000-c0de-4a11-8000-000000000001',
  scope: 'api://AzureADTokenExchange/.default',
  grant_type: 'client_credentials',
  fmi_path: '30000000-c0de-4a11-8000-000000000001',
}

function post(
  parameters: Readonly<Record<string, string>>,
  change: Partial<Omit<Planted, 'body'>> = {},
): Planted {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...change.headers }
  const body = new URLSearchParams(parameters).toString()
  return { method: 'POST', path: tokenPath, ...change, headers, body }
}

const inUrl = encodeURIComponent
const assertion = (header: object, claims: object) => ({
  ...asked,
  client_assertion: strangeJwt('signature', header, claims),
})

/** The places of a request that a client chooses and the mock shows, or could show. */
export const places: Readonly<Record<string, (written: string) => Planted>> = {
  'a parameter': (written) => post({ ...asked, scope: written }),
  fmi_path: (written) => post({ ...asked, fmi_path: written }),
  'the client id': (written) => post({ ...asked, client_id: written }),
  'the name of a parameter': (written) => post({ ...asked, [written]: 'x' }),
  'the path': (written) => post(asked, { path: `/${inUrl(written)}/oauth2/v2.0/token` }),
  'the query': (written) => post(asked, { path: `${tokenPath}?x=${inUrl(written)}` }),
  'the name of a query parameter': (written) =>
    post(asked, { path: `${tokenPath}?${inUrl(written)}=x` }),
  // A host with other characters is answered before anything is kept of it.
  'the host name': (written) =>
    post(asked, { headers: { host: `${written.replace(/[^\w.-]/g, '')}.localhost` } }),
  'the user agent': (written) =>
    post(asked, { headers: { 'user-agent': `app/1 (${inUrl(written)})` } }),
  'the content type': (written) =>
    post(asked, {
      headers: { 'content-type': `application/x-www-form-urlencoded; x=${inUrl(written)}` },
    }),
  'the correlation id': (written) =>
    post(asked, { headers: { 'client-request-id': inUrl(written) } }),
  'the header of an assertion': (written) => post(assertion({ kid: written }, {})),
  'a claim of an assertion': (written) => post(assertion({}, { deep: [{ [written]: written }] })),
  'a claim of a bearer token': (written) =>
    post(asked, { headers: { authorization: `Bearer ${strangeJwt('x', {}, { sub: written })}` } }),
  'HTTP Basic': (written) =>
    post(asked, {
      headers: { authorization: `Basic ${Buffer.from(`${written}:x`).toString('base64')}` },
    }),
  'a request to the managed identity': (written) => ({
    ...post({}, { path: `/msi/token?resource=${inUrl(written)}&client_id=${inUrl(written)}` }),
    method: 'GET',
    body: '',
  }),
  'a request to Microsoft Graph': (written) => ({
    ...post({}, { path: `/v1.0/applications?$filter=${inUrl(`displayName eq '${written}'`)}` }),
    method: 'GET',
    body: '',
  }),
  'the path of a document': (written) => ({
    ...post({}, { path: `/${inUrl(written)}/v2.0/.well-known/openid-configuration` }),
    method: 'GET',
    body: '',
  }),
}

/** Sends it as it is, with whatever host it names. Answers the status. */
export function sendPlanted(origin: string, { method, path, headers, body }: Planted) {
  return new Promise<number>((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = send(`${origin}${path}`, { method, headers: { ...headers, ...length } })
    sent.on('response', (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject).end(method === 'GET' ? undefined : body)
  })
}
