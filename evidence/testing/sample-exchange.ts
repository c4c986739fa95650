import { createRecorder, type EvidenceRecorder } from '../recorder.ts'
import type { RedactionSteps } from '../redact/steps.ts'

/** What a tenant has, made up. */
export const sample = {
  tenantId: '8d6b2f0a-5c1e-4a77-9b3d-2e4f6a8c0b1d',
  blueprintId: '3f9a1c5e-7b2d-4e6f-8a0c-1d3b5f7a9c2e',
  agentId: 'c4e6a8b0-1f2d-4c3b-9a5e-7d9f1b3c5e7a',
  secret: 'q8Z~kP/+x="7\\Wv3&t%é',
  objectId: '5b7d9f1a-3c2e-4b6d-8f0a-9c1e3b5d7f2a',
  traceId: '2a4c6e8f-0b1d-4f3a-9c5e-7b9d1f3a5c6e',
  uti: 'Zk3vX9qLmN0pRsT7uVwYzA',
  signature: 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL9nO2qR5tU8wX1zA4cD7fG0iJ3lM6oP9rS2uV5x',
} as const

/** 2026-11-23, noon. */
export const sentAtMs = Date.UTC(2026, 10, 23, 12)
const sentAtSeconds = sentAtMs / 1000

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** The tenant's bytes as the subject of T1 writes them. */
export const tenantAsBytes = Buffer.from('0a2f6b8d1e5c774a9b3d2e4f6a8c0b1d', 'hex').toString(
  'base64url',
)

export const sampleToken = [
  encode({ typ: 'JWT', alg: 'RS256', kid: 'Kd8sJ2mQ4vB7xN0cZ5lT1rW9yPa' }),
  encode({
    aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    iss: `https://login.microsoftonline.com/${sample.tenantId}/v2.0`,
    iat: sentAtSeconds - 300,
    exp: sentAtSeconds + 3_600,
    oid: sample.objectId,
    sub: `/eid1/c/pub/t/${tenantAsBytes}/a/x/${sample.agentId.toUpperCase()}`,
    tid: sample.tenantId,
    uti: sample.uti,
    aio: 'k2BgP0mZ9xQ4rT7vW1yB3dF6hJ8lN5pS2u=',
    app_displayname: 'the desk of Jane',
    upn: 'jane.doe@contoso.onmicrosoft.com',
    roles: ['Contoso.Bookings.Write', 'AgentIdentity.CreateAsManager'],
    xms_tcdt: 1_612_137_600,
    xms_act_fct: '9 3',
    ipaddr: '203.0.113.7',
    contoso_department: 'Legal',
    xms_new: 'Contoso GmbH, Legal department',
  }),
  sample.signature,
].join('.')

const form = new URLSearchParams({
  client_id: sample.blueprintId,
  scope: 'api://AzureADTokenExchange/.default',
  client_secret: sample.secret,
  fmi_path: sample.agentId,
  'contoso-parameter': 'Jane Doe',
})
const assertion = new URLSearchParams({ client_id: sample.agentId, client_assertion: sampleToken })

const refusal = {
  error: 'invalid_client',
  error_description: `AADSTS7000215: Invalid secret for app '${sample.blueprintId}' of Jane Doe. Trace ID: ${sample.traceId}`,
  error_codes: [7_000_215],
  timestamp: '2026-11-23 12:00:01Z',
  trace_id: sample.traceId,
  expires_in: 4_102_444_800,
}

const basic = Buffer.from(`${sample.blueprintId}:${encodeURIComponent(sample.secret)}`)
const path = `/${sample.tenantId}/oauth2/v2.0/token`
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

/** A scenario in which everything that can be a tenant's own went over the wire, as a recorder kept it. */
export async function recordSample(steps?: RedactionSteps): Promise<EvidenceRecorder> {
  const recorder = createRecorder({ now: () => sentAtMs, steps })
  const recording = recorder.begin(() => [
    { name: 'authority', value: 'https://login.microsoftonline.com', isPublic: true },
    { name: 'Contoso', value: sample.tenantId },
    { name: 'Concierge', value: sample.blueprintId },
    { name: 'Booking', value: sample.agentId },
    { name: 'secret of Concierge', value: sample.secret },
  ])
  const answers = [
    json({ token_type: 'Bearer', access_token: sampleToken, expires_in: 3_599 }, 200),
    json(refusal, 401, { 'x-ms-request-id': sample.traceId, 'set-cookie': 'fpc=Zk3vX9qLmN0pRsT7' }),
    new Response('<html>Jane Doe</html>', {
      status: 503,
      // Some runtimes add the type by themselves, and some do not.
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'retry-after': '7' },
    }),
  ]
  const send = recording.around(async () => answers.shift() ?? Promise.reject(new Error('closed')))
  recording.enterStep()
  await send(path, { method: 'POST', headers: formType, body: form.toString() })
  recording.enterStep()
  const headers = { ...formType, authorization: `Basic ${basic.toString('base64')}` }
  await send(path, {
    method: 'POST',
    headers: { ...headers, 'x-own': 'Jane' },
    body: assertion.toString(),
  })
  await send(`${path}?login_hint=jane.doe%40contoso.com`, { method: 'POST', body: '{"a":"Jane"}' })
  const wrong = new URLSearchParams({ client_secret: 'another-Secret-7f3k9' }).toString()
  await send(path, { method: 'POST', headers: formType, body: wrong }).catch(() => {})
  recording.end('sample')
  return recorder
}

function json(body: object, status: number, headers: Readonly<Record<string, string>> = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}
