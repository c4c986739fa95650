import { createHash, X509Certificate } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { type FakeDirectory, type FakeObject, list, tenantId } from './fake-directory.ts'

/** A JWT nobody signed: the client reads claims and does not verify. */
export const jwt = (claims: Readonly<Record<string, unknown>>): string => {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`
}

const refused = (status: number, error: string, number: number): Response =>
  Response.json(
    { error, error_description: `AADSTS${number}: refused`, error_codes: [number] },
    { status },
  )

const issued = (claims: Readonly<Record<string, unknown>>): Response =>
  Response.json({
    token_type: 'Bearer',
    expires_in: 3599,
    access_token: jwt({ ...claims, tid: tenantId }),
  })

/** Discovery, T1 and the agent token: as far as credentials and objects of the directory decide. */
export function answerTokens(directory: FakeDirectory, url: URL, body: string): Response {
  if (url.pathname.endsWith('/openid-configuration')) {
    return Response.json({
      issuer: `${url.origin}/${tenantId}/v2.0`,
      token_endpoint: `${url.origin}/${tenantId}/oauth2/v2.0/token`,
    })
  }
  const form = new URLSearchParams(body)
  return form.has('fmi_path') ? issueT1(directory, form) : issueAgentToken(directory, form)
}

function issueT1(directory: FakeDirectory, form: URLSearchParams): Response {
  const clientId = form.get('client_id')
  const [blueprint] = list(directory, (one) => one.kind === 'blueprint' && one.appId === clientId)
  if (blueprint === undefined) return refused(400, 'unauthorized_client', 700016)
  const [principal] = list(directory, (one) => one.kind === 'principal' && one.appId === clientId)
  if (principal === undefined) return refused(401, 'invalid_client', 7000229)
  const problem = credentialProblem(directory, blueprint, form)
  if (problem !== undefined) return problem
  return issued({ azp: clientId, sub: `/eid1/c/pub/t/T/a/A/${form.get('fmi_path')}` })
}

function credentialProblem(
  { now }: FakeDirectory,
  { passwords, keys }: FakeObject,
  form: URLSearchParams,
): Response | undefined {
  const secret = form.get('client_secret')
  const assertion = form.get('client_assertion')
  if (assertion !== null) {
    const header = decodeProtectedHeader(assertion)
    const isRegistered = keys.some(({ key }) => {
      const { raw } = new X509Certificate(Buffer.from(String(key), 'base64'))
      return createHash('sha256').update(raw).digest('base64url') === header['x5t#S256']
    })
    return isRegistered ? undefined : refused(401, 'invalid_client', 700027)
  }
  const isRight = passwords.some((one) => one.secretText === secret && now() >= one.knownAtMs)
  return isRight ? undefined : refused(401, 'invalid_client', 7000215)
}

function issueAgentToken(directory: FakeDirectory, form: URLSearchParams): Response {
  const clientId = form.get('client_id')
  const [agent] = list(directory, (one) => one.kind === 'agentIdentity' && one.id === clientId)
  if (agent === undefined) return refused(400, 'unauthorized_client', 700016)
  return issued({ appid: clientId, sub: clientId, oid: clientId })
}
