import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { isT2 } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  type TokenRequest,
  withValues,
} from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** Takes a form as if it held other values. */
function taking(
  change: (form: URLSearchParams, asked: TokenRequest) => URLSearchParams | undefined,
): InProcessOptions {
  return atTokenEndpoint((asked, pass) => pass(change(asked.form, asked)))
}

/** Remembers T1 of each agent identity and puts it in where something else proves the agent. */
function withKnownT1(isProof: (form: URLSearchParams, t1: string) => boolean): InProcessOptions {
  const known = new Map<string, string>()
  return atTokenEndpoint(async ({ tenant, form }, pass) => {
    const path = form.get('fmi_path')
    if (path) {
      const answer = await pass()
      if (answer.ok) {
        const body = (await answer.clone().json()) as { readonly access_token: string }
        known.set(`${tenant} ${path}`, body.access_token)
      }
      return answer
    }
    const t1 = known.get(`${tenant} ${form.get('client_id')}`)
    if (!t1 || !isProof(form, t1)) return pass()
    return pass(
      withValues(form, {
        client_secret: undefined,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: t1,
      }),
    )
  })
}

/** Knows what secret each client last used with success. */
function withKnownSecret(isAlike: (sent: string, known: string) => boolean): InProcessOptions {
  const known = new Map<string, string>()
  return atTokenEndpoint(async ({ tenant, form }, pass) => {
    const secret = form.get('client_secret')
    const key = `${tenant} ${form.get('client_id')}`
    const right = known.get(key)
    if (secret && right && isAlike(secret, right)) {
      return pass(withValues(form, { client_secret: right }))
    }
    const answer = await pass()
    if (secret && answer.ok) known.set(key, secret)
    return answer
  })
}

const basicOf = (request: Request) => {
  const [, value] = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString().split(':')
}

/** Servers that take a client for one that they know already, or its credential for another. */
export const knownClientsTaken: readonly BrokenProvider[] = [
  {
    name: 'takes a client secret whose letter case differs',
    breaks: ['CRED-SECRET'],
    options: withKnownSecret((sent, known) => sent.toLowerCase() === known.toLowerCase()),
  },
  {
    name: 'takes the beginning of a client secret',
    breaks: ['CRED-SECRET'],
    options: withKnownSecret((sent, known) => sent.length >= 8 && known.startsWith(sent)),
  },
  {
    name: 'takes a client secret with more behind it',
    breaks: ['CRED-SECRET'],
    options: withKnownSecret((sent, known) => sent.startsWith(known)),
  },
  {
    name: 'decodes a client secret twice',
    breaks: ['CRED-SECRET'],
    options: taking((form) => {
      const secret = form.get('client_secret')
      if (!secret || !/%[0-9a-f]{2}/i.test(secret)) return undefined
      return withValues(form, { client_secret: decodeURIComponent(secret) })
    }),
  },
  {
    name: 'reads a plus sign in HTTP Basic as a space, and does not decode the rest',
    breaks: ['CRED-SECRET', 'CRED-BASIC-CLIENT'],
    options: atTokenEndpoint(async ({ request }, pass) => {
      const basic = basicOf(request)
      if (basic) {
        const value = basic.join(':').replaceAll('%', '%25')
        request.headers.set('authorization', `Basic ${Buffer.from(value).toString('base64')}`)
      }
      return pass()
    }),
  },
  {
    name: 'takes T1 as the secret of the agent identity',
    breaks: ['CRED-AGENT-SECRET'],
    options: withKnownT1((form, t1) => form.get('client_secret') === t1),
  },
  {
    name: 'takes any secret of an agent identity whose T1 it has given out',
    breaks: ['CRED-AGENT-SECRET'],
    options: withKnownT1((form) => form.has('client_secret')),
  },
  {
    name: 'needs no credential of an agent identity whose T1 it has given out',
    breaks: ['CRED-PRESENT'],
    options: withKnownT1((form) => !form.has('client_secret') && !form.has('client_assertion')),
  },
  {
    name: 'redeems T2 like T1',
    breaks: ['T1-SUBJECT', 'T1-PARENT', 'T1-AGENT'],
    options: withKnownT1((form) => isT2(assertionClaims(form.get('client_assertion')))),
  },
  {
    name: 'redeems a Graph token of the agent identity like T1',
    breaks: ['T1-AUDIENCE', 'T1-ISSUER'],
    options: withKnownT1(
      (form) => assertionClaims(form.get('client_assertion')).appid === form.get('client_id'),
    ),
  },
  {
    name: 'redeems a T1 whose audience is a list',
    breaks: ['T1-SIGNATURE', 'T1-AUDIENCE', 'ASSERT-VALUES'],
    options: withKnownT1((form) =>
      Array.isArray(assertionClaims(form.get('client_assertion')).aud),
    ),
  },
]
