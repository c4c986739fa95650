import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { ClientFetch } from '../../client/index.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { sends } from './on-the-wire.ts'

const get = {
  method: 'GET',
  headers: {},
  redirect: 'manual',
  signal: new AbortController().signal,
} as const

/** Speaks to a server whatever its certificate says. */
function trusts(isTrusted: (code: string) => boolean): Pick<Seams, 'network'> {
  return {
    network:
      (send, { sockets }) =>
      async (url, init) => {
        const isSocket = sockets?.origins.some((origin) => url.startsWith(`${origin}/`))
        if (!isSocket) return send(url, init)
        try {
          return await send(url, init)
        } catch (error) {
          if (!isTrusted(codeOf(error))) throw error
          return unverified(url, init)
        }
      },
  }
}

function codeOf(error: unknown): string {
  const { code = '', cause } = (error ?? {}) as {
    readonly code?: unknown
    readonly cause?: unknown
  }
  return cause === undefined ? String(code) : codeOf(cause)
}

function unverified(...[url, init]: Parameters<ClientFetch>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const isPlain = url.startsWith('http:')
    const options = { method: init.method, headers: { ...init.headers } }
    const sent = isPlain
      ? requestHttp(url, options)
      : requestHttps(url, { ...options, rejectUnauthorized: false, agent: false })
    sent.once('error', reject)
    sent.once('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => {
        const status = answer.statusCode ?? 500
        resolve(new Response(Buffer.concat(chunks).toString('utf8'), { status }))
      })
    })
    sent.end(init.body)
  })
}

/** Servers that no client should speak to, and requests that nobody can tell apart. */
export const trusting: readonly BrokenClient[] = [
  {
    name: 'verifies no certificate',
    breaks: 'AUTHORITY-TLS',
    seams: trusts(() => true),
  },
  {
    name: 'does not look at the dates of a certificate',
    breaks: 'AUTHORITY-TLS',
    seams: trusts((code) => code === 'CERT_HAS_EXPIRED'),
  },
  {
    name: 'does not look at the first day of a certificate',
    breaks: 'AUTHORITY-TLS',
    seams: trusts((code) => code === 'CERT_NOT_YET_VALID'),
  },
  {
    name: 'does not look at the name in a certificate',
    breaks: 'AUTHORITY-TLS',
    seams: trusts((code) => code === 'ERR_TLS_CERT_ALTNAME_INVALID'),
  },
  {
    name: 'accepts certificates that are signed with their own key',
    breaks: 'AUTHORITY-TLS',
    seams: trusts((code) => code === 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  },
  {
    name: 'accepts certificates of any authority',
    breaks: 'AUTHORITY-TLS',
    seams: trusts((code) => code.startsWith('UNABLE_TO_')),
  },
  {
    name: 'sends requests over plain http to any machine',
    breaks: 'AUTHORITY-PLAIN-HTTP',
    seams: {
      acquire:
        (acquire, { authorityHost, tenantId }) =>
        async (wanted) => {
          if (!authorityHost.startsWith('http:')) return acquire(wanted)
          const document = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`
          await unverified(document, get)
          return acquire(wanted)
        },
    },
  },
  {
    name: 'sends its client secret over plain http to any machine',
    breaks: 'AUTHORITY-PLAIN-HTTP',
    seams: {
      acquire: (acquire, setup) => async (wanted) => {
        const { authorityHost, tenantId, credential } = setup
        if (!authorityHost.startsWith('http:') || credential.type !== 'secret') {
          return acquire(wanted)
        }
        const body = new URLSearchParams({ client_secret: credential.value }).toString()
        const init = { ...get, method: 'POST', body } as const
        await unverified(`${authorityHost}/${tenantId}/oauth2/v2.0/token`, init)
        return acquire(wanted)
      },
    },
  },
  {
    name: 'uses one correlation id for everything',
    breaks: 'SEND-CORRELATION',
    seams: sends(({ headers }) => {
      headers['client-request-id'] = 'c0ffee00-0000-4000-8000-000000000001'
    }),
  },
  {
    name: 'uses the id of its blueprint as its correlation id',
    breaks: 'SEND-CORRELATION',
    seams: sends(({ headers, setup }) => {
      headers['client-request-id'] = setup.blueprintClientId
    }),
  },
]
