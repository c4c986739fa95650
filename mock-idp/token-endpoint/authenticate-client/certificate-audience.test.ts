import assert from 'node:assert/strict'
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { seedIds } from '../../directory/seed-ids.ts'
import {
  askToken,
  jwtBearer,
  mockOfContoso,
  nowMs,
  storedSigningKey,
  t1Request,
} from '../../testing/mock-world.ts'

const { contoso } = seedIds
const { privateKeyPem, certificatePem: pem } = await storedSigningKey()
const key = createPrivateKey(privateKeyPem)
const x5t = createHash('sha1').update(new X509Certificate(pem).raw).digest('base64url')
const audience = `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token`

const idp = await mockOfContoso((tenant) => ({
  ...tenant,
  blueprints: (tenant.blueprints ?? []).map((one) => ({ ...one, certificates: [{ pem }] })),
}))

/** What an assertion for an audience leads to. */
async function ask(aud: string | readonly string[], at?: string) {
  const { concierge } = seedIds
  const claims = { aud, iss: concierge, sub: concierge, exp: nowMs / 1000 + 600 }
  const assertion = await new SignJWT({ ...claims, aud: aud as string })
    .setProtectedHeader({ alg: 'RS256', x5t })
    .sign(key)
  const presented = { client_assertion: assertion, client_assertion_type: jwtBearer }
  const parameters = { ...t1Request, client_secret: undefined, ...presented }
  return askToken(idp, parameters, at === undefined ? {} : { at })
}

test('an assertion for the place that was asked is accepted there, and nowhere else', async () => {
  for (const [at, aud] of [
    ['https://localhost:8443', 'https://localhost:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.0.0.1:8080', 'https://127.0.0.1:8080'],
    ['https://login.microsoftonline.com:8443', 'https://login.microsoftonline.com'],
  ] as const) {
    const endpoint = `${aud}/${contoso}/oauth2/v2.0/token`
    assert.equal((await ask(endpoint, at)).status, 200, aud)
    const elsewhere = (await ask(endpoint, 'https://localhost:9443')).rule
    assert.equal(elsewhere, at.includes('microsoft') ? null : 'CERT-AUDIENCE', aud)
  }
})

const meaningTheSame = [
  `ftp://login.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `http://login.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `HTTPS://login.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `https://LOGIN.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com:443/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com:8443/${contoso}/oauth2/v2.0/token`,
  `https://user:password@login.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com@idp.example/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com./${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.us/${contoso}/oauth2/v2.0/token`,
  `https://localhost:8443/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token#fragment`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token?a=b`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token/`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/./token`,
  `https://login.microsoftonline.com/${contoso}/oauth2/x/../v2.0/token`,
  `https://login.microsoftonline.com//${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com/${contoso}/OAUTH2/v2.0/token`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/%74oken`,
  `https:\\\\login.microsoftonline.com\\${contoso}\\oauth2\\v2.0\\token`,
  ` https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token`,
  `https://login.microsoftonline.com/${contoso}/oauth2/v2.0/token\n`,
]

for (const aud of meaningTheSame) {
  test(`an assertion for ${JSON.stringify(aud)} is refused, for audiences are compared as text`, async () => {
    assert.equal((await ask(aud)).rule, 'CERT-AUDIENCE')
  })
}

test('an assertion with a list of audiences is refused, even a list of the right one', async () => {
  for (const aud of [[audience], [audience, 'https://other.example']]) {
    const answer = await ask(aud)
    assert.equal(answer.rule, 'CERT-ONE-AUDIENCE')
    assert.deepEqual(answer.body.error_codes, [50027])
  }
})
