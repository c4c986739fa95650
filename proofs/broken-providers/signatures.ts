import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { changedBody, changedToken } from '../broken-answers.ts'
import { keySet, tokenPath } from '../published-paths.ts'
import { exchange } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Member = Readonly<Record<string, unknown>>

let stranger: KeyObject | undefined

function signedByAStranger(text: string): string {
  stranger ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return sign('sha256', Buffer.from(text), stranger).toString('base64url')
}

/** Tokens with another signature; those for the exchange would no longer be redeemed. */
function signature(change: (text: string, signature: string) => string): InProcessOptions {
  return changedBody(tokenPath, 200, (body) => {
    const token = String(body.access_token)
    if (readJwt(token)?.claims.aud === exchange) return body
    const [header = '', payload = '', signed = ''] = token.split('.')
    const text = `${header}.${payload}`
    return { ...body, access_token: `${text}.${change(text, signed)}` }
  })
}

function keys(change: (key: Member) => Member): InProcessOptions {
  return changedBody(keySet, 200, ({ keys: found }) => ({
    keys: (found as readonly Member[]).map(change),
  }))
}

const reversed = (text: unknown) => String(text).split('').reverse().join('')

/** Signatures and keys that do not fit. */
export const signaturesWrong: readonly BrokenProvider[] = [
  {
    name: 'tokens are signed with a key that is not published',
    breaks: ['TOKEN-SIGNATURE'],
    options: signature(signedByAStranger),
  },
  {
    name: 'tokens have no signature',
    breaks: ['TOKEN-SIGNATURE'],
    options: signature(() => ''),
  },
  {
    name: 'signatures are cut short',
    breaks: ['TOKEN-SIGNATURE'],
    options: signature((_, signed) => signed.slice(0, -8)),
  },
  {
    name: 'keys are published under other ids',
    breaks: ['TOKEN-SIGNATURE'],
    options: keys((key) => ({ ...key, kid: reversed(key.kid) })),
  },
  {
    name: 'no key is published',
    breaks: ['TOKEN-SIGNATURE', 'KEYS-ENTRY'],
    options: changedBody(keySet, 200, () => ({ keys: [] })),
  },
  {
    name: 'a key comes with the certificate of another',
    breaks: ['KEYS-ENTRY'],
    options: keys((key) => ({ ...key, x5t: reversed(key.x5t) })),
  },
  {
    name: 'a key names an algorithm',
    breaks: ['KEYS-ENTRY'],
    options: keys((key) => ({ ...key, alg: 'RS256' })),
  },
  {
    name: 'a key does not say what it is for',
    breaks: ['KEYS-ENTRY'],
    options: keys(({ use: _, ...key }) => key),
  },
  {
    name: 'tokens are said to be signed with RS512',
    breaks: ['TOKEN-HEADER'],
    options: changedToken(exchange, (header) => ({ ...header, alg: 'RS512' })),
  },
  {
    name: 'version 1 tokens name no thumbprint',
    breaks: ['TOKEN-HEADER'],
    options: changedToken(exchange, ({ x5t: _, ...header }) => header),
  },
  {
    name: 'tokens are of the type at+jwt',
    breaks: ['TOKEN-HEADER'],
    options: changedToken(exchange, (header) => ({ ...header, typ: 'at+jwt' })),
  },
]
