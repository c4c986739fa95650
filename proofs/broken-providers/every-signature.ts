import { changedBody, encode, rewritten, type TokenParts } from '../broken-answers.ts'
import type { Claims } from '../token-kinds.ts'
import { isAgent, isOfBlueprint, isT1, isT2 } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { otherThanFirst } from './seen-tokens.ts'

type Header = Readonly<Record<string, unknown>>
type Change = (parts: TokenParts) => string

const kinds: readonly (readonly [name: string, is: (claims: Claims) => boolean])[] = [
  ['T1', isT1],
  ['T2', isT2],
  ['the Graph token of an agent identity', isAgent],
  ['the Graph token of a blueprint', isOfBlueprint],
]

/** The last letters of an RSA signature hold bits of it. */
const otherBits = (signature: string) =>
  `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
const joined = (header: Header, { payload, signature }: TokenParts) =>
  `${encode(header)}.${payload}.${signature}`

const signatures: readonly (readonly [flaw: string, change: Change])[] = [
  ['has no signature', ({ header, payload }) => `${encode(header)}.${payload}.`],
  [
    'has a changed signature',
    (parts) => joined(parts.header, { ...parts, signature: otherBits(parts.signature) }),
  ],
  ['is unsigned', ({ header, payload }) => `${encode({ ...header, alg: 'none' })}.${payload}.`],
]

const headers: readonly (readonly [flaw: string, change: (header: Header) => Header])[] = [
  ['names no key', ({ kid: _, ...rest }) => rest],
  ['names a key in another form', (header) => ({ ...header, kid: `${header.kid}=` })],
  ['has no type', ({ typ: _, ...rest }) => rest],
  ['names another algorithm', (header) => ({ ...header, alg: 'RS512' })],
]

const ofKinds = kinds.flatMap(([kind, is]) => [
  ...signatures.flatMap(([flaw, change]) => [
    { name: `${kind} ${flaw}`, breaks: ['TOKEN-SIGNATURE'], options: rewritten(is, change) },
    {
      name: `${kind} ${flaw} unless it is the first of its tenant`,
      breaks: ['TOKEN-SIGNATURE'],
      options: rewritten(otherThanFirst(is), change),
    },
  ]),
  ...headers.map(([flaw, change]) => ({
    name: `${kind} ${flaw}`,
    breaks: ['TOKEN-HEADER'],
    options: rewritten(is, (parts) => joined(change(parts.header), parts)),
  })),
])

type Body = Readonly<Record<string, unknown>>
const without = (kept: readonly unknown[]) => ({ keys: kept })
const listOf = ({ keys }: Body) => keys as readonly Body[]

const documents: readonly (readonly [name: string, path: RegExp])[] = [
  ['version 1', /^\/[0-9a-f-]{36}\/discovery\/keys$/],
  ['version 2', /^\/[0-9a-f-]{36}\/discovery\/v2\.0\/keys$/],
]

const keyFlaws: readonly (readonly [flaw: string, change: (body: Body) => Body])[] = [
  ['are none', () => without([])],
  [
    'have other names',
    (body) => without(listOf(body).map((key) => ({ ...key, kid: `${key.kid}x` }))),
  ],
  [
    'have another modulus',
    (body) =>
      without(
        listOf(body).map((key) => ({ ...key, n: String(key.n).split('').reverse().join('') })),
      ),
  ],
  ['have another exponent', (body) => without(listOf(body).map((key) => ({ ...key, e: 'Aw' })))],
  ['lack the newest', (body) => without(listOf(body).slice(1))],
]

const ofKeys = documents.flatMap(([name, path]) =>
  keyFlaws.flatMap(([flaw, change]) =>
    ['TOKEN-SIGNATURE', 'KEYS-VERSIONS']
      .filter((rule) => rule === 'TOKEN-SIGNATURE' || flaw !== 'have another exponent')
      .map((rule) => ({
        name: `the keys of ${name} ${flaw}, by ${rule}`,
        breaks: [rule],
        options: changedBody(path, 200, change),
      })),
  ),
)

/** Signatures, headers and keys, wrong for one kind of token, one client or one version alone. */
export const everySignatureWrong: readonly BrokenProvider[] = [...ofKinds, ...ofKeys]

export const someSignaturesWrong = everySignatureWrong.filter((_, at) => at % 17 === 3)
