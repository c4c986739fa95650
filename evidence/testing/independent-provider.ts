import 'reflect-metadata'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer, type Server } from 'node:https'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { makeCertificate } from './certificate.ts'
import { createAnswers } from './provider-answers.ts'
import { objects, type Provider } from './provider-objects.ts'

/**
 * An identity provider of its own, which shares no line with the mock: for tests that need something to differ from.
 * A program: `node --import tsx independent-provider.ts FOLDER`. By its parent it is told `issued` and answers with
 * every token that it issued.
 */
const [, , folder = '.'] = process.argv
const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
const { key, cert } = await makeCertificate()
const caFile = join(folder, 'ca.pem')
await writeFile(caFile, cert)

const keyId = createHash('sha1').update(cert).digest('base64url')
const issued: string[] = []
const server = createServer({ key, cert })
const authorityHost = `https://localhost:${await listen(server)}`
const provider: Provider = {
  authorityHost,
  publicKey,
  keys: [
    {
      ...(await exportJWK(publicKey)),
      kid: keyId,
      x5t: keyId,
      use: 'sig',
      x5c: [cert.replace(/-----[A-Z ]+-----|\s/g, '')],
      cloud_instance_name: 'microsoftonline.com',
      issuer: `${authorityHost}/{tenantid}/v2.0`,
    },
  ],
  sign: async (claims, header) => {
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: keyId, ...header })
      .sign(privateKey)
    issued.push(token)
    return token
  },
  keyId,
  newId: () => randomUUID(),
  newCode: (bytes) => randomBytes(bytes).toString('base64url'),
  nowSeconds: () => Math.floor(Date.now() / 1000),
}
const answer = createAnswers(provider)
server.on('request', async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { status, headers, body } = await answer({
    path: (request.url ?? '/').split('?')[0] ?? '/',
    form: withBasic(new URLSearchParams(Buffer.concat(chunks).toString()), request.headers),
    correlationId: request.headers['client-request-id']?.toString(),
  })
  response.writeHead(status, headers).end(JSON.stringify(body))
})

process.on('message', () => process.send?.(issued))
process.send?.({
  AGENTID_AUTHORITY_HOST: authorityHost,
  AGENTID_CA_FILE: caFile,
  AGENTID_TENANT_ID: objects.tenantId,
  AGENTID_BLUEPRINT_CLIENT_ID: objects.concierge.id,
  AGENTID_BLUEPRINT_SECRET: objects.concierge.secret,
  AGENTID_AGENT_ID: objects.booking.id,
  AGENTID_SECOND_AGENT_ID: objects.billing.id,
  AGENTID_OTHER_BLUEPRINT_CLIENT_ID: objects.courier.id,
  AGENTID_OTHER_BLUEPRINT_SECRET: objects.courier.secret,
  AGENTID_OTHER_AGENT_ID: objects.parcel.id,
})

function listen(started: Server): Promise<number> {
  return new Promise((resolve) => {
    started.listen(0, '127.0.0.1', () => {
      const address = started.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

/** HTTP Basic names the client and its secret as the form does (RFC 6749 section 2.3.1). */
function withBasic(form: URLSearchParams, headers: IncomingHttpHeaders): URLSearchParams {
  const [, encoded] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? []
  if (encoded === undefined) return form
  const pair = Buffer.from(encoded, 'base64').toString()
  const [id, secret] = [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]
  form.set('client_id', decodeURIComponent(id))
  form.set('client_secret', decodeURIComponent(secret))
  return form
}
