import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { encode, rewritten } from '../broken-answers.ts'
import { type Claims, isAgent, isOfBlueprint } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { secondKey, signedWith } from './second-key.ts'
import { otherThanFirst } from './seen-tokens.ts'

const kinds: readonly (readonly [name: string, is: (claims: Claims) => boolean])[] = [
  ['the Graph token of an agent identity', isAgent],
  ['the Graph token of a second agent identity', otherThanFirst(isAgent)],
  ['the Graph token of a blueprint', isOfBlueprint],
]

type Fault = readonly [
  flaw: string,
  breaks: readonly string[],
  options: (is: (claims: Claims) => boolean) => InProcessOptions,
]

const stranger = secondKey()
const everySecond = () => {
  let count = 0
  return () => ++count % 2 === 0
}

const faults: readonly Fault[] = [
  [
    'names a key that nobody publishes',
    ['TOKEN-SIGNATURE'],
    (is) => rewritten(is, (parts) => signedWith(stranger, parts)),
  ],
  [
    'is signed with another key than it names',
    ['TOKEN-GRAPH'],
    (is) =>
      rewritten(is, ({ header, payload }) => {
        const text = `${encode(header)}.${payload}`
        return `${text}.${stranger.sign(text)}`
      }),
  ],
  [
    'has the signature of another text',
    ['TOKEN-GRAPH'],
    (is) =>
      rewritten(is, ({ header, payload, signature }) =>
        [encode({ ...header, typ: 'jwt' }), payload, signature].join('.'),
      ),
  ],
  [
    'has an empty signature',
    ['TOKEN-GRAPH'],
    (is) => rewritten(is, ({ header, payload }) => `${encode(header)}.${payload}.`),
  ],
  [
    'shows a nonce that its signature does not cover',
    ['TOKEN-GRAPH'],
    (is) =>
      rewritten(is, ({ header, payload, signature }) =>
        [
          encode({ ...header, nonce: 'QltrBofYb5am7UJ8mCmOJjlNOXqr1bAu2h' }),
          payload,
          signature,
        ].join('.'),
      ),
  ],
  [
    'is signed with another key every second time',
    ['TOKEN-GRAPH'],
    (is) => {
      const isDue = everySecond()
      return rewritten(
        (claims) => is(claims) && isDue(),
        ({ header, payload }) => {
          const text = `${encode(header)}.${payload}`
          return `${text}.${stranger.sign(text)}`
        },
      )
    },
  ],
]

/** Tokens for Microsoft Graph, which clients cannot verify: what signed them is not what Microsoft Graph looks for. */
export const graphSignaturesWrong: readonly BrokenProvider[] = kinds.flatMap(([name, is]) =>
  faults.map(([flaw, breaks, options]) => ({
    name: `${name} ${flaw}`,
    breaks,
    options: options(is),
  })),
)
