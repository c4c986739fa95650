import type { ApiPolicy } from '../../engine/apis/api-policy.ts'

/** Replaces one piece of the source, which stands there exactly once. */
export type Edit = readonly [from: string, to: string]

/** For whom the API is: for everybody, for one agent, for people alone. */
export type Audience = 'everybody' | 'Booking' | 'people'

export const policies: Readonly<Record<Audience, Partial<ApiPolicy>>> = {
  everybody: {},
  Booking: { people: false, agentUsers: false, requireAgent: true, agents: ['Booking'] },
  people: { apps: false, agentUsers: false },
}

/** The reference API with one fault. */
export type BrokenApi = {
  readonly name: string
  /** The rules that it breaks, and no other. */
  readonly breaks: readonly [string, ...string[]]
  readonly for: Audience
  /** What makes it of `check-caller.mjs` and `server.mjs` of `examples/api`. */
  readonly check?: readonly Edit[]
  readonly server?: readonly Edit[]
}

type Broken = string | readonly [string, ...string[]]
const listOf = (breaks: Broken) => (typeof breaks === 'string' ? ([breaks] as const) : breaks)

type Making = (name: string, breaks: Broken, ...check: Edit[]) => BrokenApi

const making =
  (audience: Audience): Making =>
  (name, breaks, ...check) => ({
    name,
    breaks: listOf(breaks),
    for: audience,
    check,
  })

/** Faults of an API for everybody, of one for Booking alone, of one for people alone. */
export const open = making('everybody')
export const forBooking = making('Booking')
export const forPeople = making('people')

/** A fault in what the server makes of the verdict. */
export const serving = (name: string, breaks: Broken, ...server: Edit[]): BrokenApi => ({
  name,
  breaks: listOf(breaks),
  for: 'everybody',
  server,
})

const verifies = 'await verified(token)'

/** It believes a token without verifying it where this expression holds, of `header`, `claims` and `token`. */
export const believesIf = (expression: string): Edit => [
  verifies,
  `await (async ({ header, claims }) => (${expression}) ? claims : verified(token))(seen(token))`,
]

/** It verifies with the key that this expression makes of the header, if it makes one. */
export const takesKey = (expression: string, algorithms = "['RS256']"): Edit => [
  verifies,
  `await (async ({ header, claims }) => {
      const key = await (${expression})
      if (!key) return verified(token)
      const options = { issuer, audience, algorithms: ${algorithms}, clockTolerance: 300 }
      return jose.jwtVerify(token, key, options).then(({ payload }) => payload, () => verified(token))
    })(seen(token))`,
]

/** It takes a token although the verification finds this wrong, an expression of `error`. */
export const forgives = (expression: string): Edit => [
  'if (error instanceof errors.JOSEError) throw',
  `if (${expression}) return error.payload
      if (error instanceof errors.JOSEError) throw`,
]

/** It hands another text to the verification than it was called with. */
export const verifiesOnly = (expression: string): Edit => [
  verifies,
  `await (async ({ header, claims }) => verified(${expression}))(seen(token))`,
]
