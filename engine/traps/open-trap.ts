import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CertificateFault, faultyCertificate } from './server-certificates.ts'

/** A server to which a client must send nothing. */
export type Trap = {
  readonly origin: string
  /** The authority that the client is told to trust: as text and as a file. */
  readonly caPem: string
  readonly caFile: string
  /** Methods and paths of the requests that it received. */
  readonly received: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Listens on https with a certificate that no client may accept. */
export async function openTlsTrap(fault: CertificateFault): Promise<Trap> {
  const { certificatePem, privateKeyPem, caPem } = await faultyCertificate(fault)
  const folder = await mkdtemp(join(tmpdir(), 'agentid-trap-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, caPem)
  const received: string[] = []
  const server = createHttpsServer({ cert: certificatePem, key: privateKeyPem }, answer(received))
  // A client that hangs up is as it should be.
  server.on('tlsClientError', () => {})
  const port = await listen(server)
  return {
    origin: `https://localhost:${port}`,
    caPem,
    caFile,
    received: () => received,
    close: async () => {
      await stop(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Listens on plain http, under an address that is not of loopback. `0.0.0.0` reaches this machine on Linux and macOS
 * without a port that others can reach; on Windows it reaches nothing.
 */
export async function openPlainTrap(): Promise<Trap> {
  const received: string[] = []
  const server = createHttpServer(answer(received))
  const port = await listen(server)
  return {
    origin: `http://0.0.0.0:${port}`,
    caPem: '',
    caFile: '',
    received: () => received,
    close: () => stop(server),
  }
}

/** Answers like an identity provider, so that a client that goes on sends its credential too. */
function answer(received: string[]): RequestListener {
  return (request, response) => {
    const { method = '', url = '', headers } = request
    received.push(`${method} ${url.split('?')[0]}`)
    const scheme = 'encrypted' in request.socket ? 'https' : 'http'
    const [, tenant = ''] = url.split('/')
    const base = `${scheme}://${headers.host}/${tenant}`
    request.resume()
    const isDocument = method === 'GET'
    response.writeHead(isDocument ? 200 : 400, { 'content-type': 'application/json' })
    const document = {
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    }
    response.end(JSON.stringify(isDocument ? document : { error: 'invalid_client' }))
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a trap has no port')
  return address.port
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
