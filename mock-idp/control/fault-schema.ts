import { z } from 'zod'
import { tokenLegs } from '../journal/leg.ts'
import { isRefusalRule, rules } from '../rules/index.ts'

const longestDelayMs = 600_000
const delayMs = z.int().min(1).max(longestDelayMs)

const whichRequests = {
  endpoint: z
    .enum([
      'token',
      'deviceCode',
      'managedIdentity',
      'discovery',
      'keys',
      'instance',
      'graph',
      'deviceLogin',
      'adminConsent',
      'logout',
    ])
    .optional()
    .meta({
      description:
        'The endpoint: deviceCode begins the sign-in of a device, keys is a key set, instance is instance discovery (its tenant is that of authorization_endpoint), graph is Microsoft Graph; deviceLogin, adminConsent and logout are pages. Default: token.',
    }),
  leg: z.enum(tokenLegs).optional().meta({
    description:
      'Only requests of one step: t1 (with fmi_path), redemption (of T1, for a resource), t2 (of T1, for the token exchange), obo (the token of a person), agentUser (user_fic), refresh (a refresh token). Default: any.',
  }),
  clientId: z.string().optional().meta({
    description:
      'Only requests of this client id, in the form or in HTTP Basic, in any letter case.',
  }),
  fmiPath: z.string().optional().meta({ description: 'Only requests with this fmi_path.' }),
  skip: z.int().min(0).optional().meta({
    description:
      'Number of matching requests to skip first, even if another fault applies to them. Default: 0.',
  }),
  times: z.int().min(1).default(1).meta({
    description: 'Number of matching requests that the fault applies to before it is removed.',
  }),
}

const whatHappens = {
  status: z.int().min(200).max(599).optional().meta({
    description: 'HTTP status of an answer that replaces the real one. Default with body: 200.',
  }),
  headers: z
    .record(z.string(), z.string())
    .refine(areHeaders, { error: 'expected valid names and values of HTTP headers' })
    .optional()
    .meta({ description: 'Headers to set on the answer, such as Retry-After.' }),
  body: z.string().optional().meta({
    description: 'Body of an answer that replaces the real one, sent as it is.',
  }),
  change: z.record(z.string(), z.unknown()).optional().meta({
    description: 'Members to set in the JSON of the real answer. The mock still issues the token.',
  }),
  omit: z.array(z.string()).optional().meta({
    description: 'Members to remove from the JSON of the real answer.',
  }),
  refuse: z
    .int()
    .refine(isInCatalogue, {
      error: ({ input }) =>
        `expected the AADSTS number of a refusal in the catalogue (GET /_mock/rules), got ${input}`,
    })
    .optional()
    .meta({ description: 'AADSTS number of the refusal to answer with.' }),
  delayMs: delayMs.optional().meta({
    description: 'Milliseconds before the first byte of the answer.',
  }),
  bodyDelayMs: delayMs.optional().meta({
    description: 'Milliseconds between the headers and the body.',
  }),
  pieces: z.int().min(2).max(100).optional().meta({
    description: 'Number of parts in which the body is sent.',
  }),
  connection: z.enum(['drop', 'cut']).optional().meta({
    description:
      'drop: closes the connection without an answer. cut: closes it after the headers, which announce the whole body, and half of the body.',
  }),
}

const shape = z.strictObject({ ...whichRequests, ...whatHappens })
type FaultInput = z.output<typeof shape>

export const fault = shape
  .check(({ value, issues }) => {
    const message = mistakeIn(value)
    if (message !== undefined) issues.push({ code: 'custom', message, input: value })
  })
  .meta({
    description: 'The requests to match, and at least one effect on their answers.',
  })

function mistakeIn(value: FaultInput): string | undefined {
  return mistakes.find(({ isMade }) => isMade(value))?.message
}

type Mistake = { readonly message: string; readonly isMade: (fault: FaultInput) => boolean }

const isReplaced = ({ status, body }: FaultInput) => status !== undefined || body !== undefined
const isChanged = ({ change, omit }: FaultInput) => change !== undefined || omit !== undefined
const statusesWithoutBody: readonly number[] = [204, 205, 304]

const mistakes: readonly Mistake[] = [
  {
    message: `expected at least one effect: ${Object.keys(whatHappens).join(', ')}`,
    isMade: ({ headers = {}, change = {}, omit = [], ...fault }) => {
      const named = [headers, change, omit].some((names) => Object.keys(names).length > 0)
      const others = [fault.status, fault.body, fault.refuse, fault.connection, fault.pieces]
      const delays = [fault.delayMs, fault.bodyDelayMs]
      return !named && [...others, ...delays].every((effect) => effect === undefined)
    },
  },
  {
    message: 'leg, clientId and fmiPath apply only to token requests; omit them or the endpoint',
    isMade: ({ endpoint = 'token', leg, clientId, fmiPath }) =>
      endpoint !== 'token' && [leg, clientId, fmiPath].some((one) => one !== undefined),
  },
  {
    message: 'connection drop sends no answer, so you can combine it only with delayMs',
    isMade: (fault) => {
      const { connection, headers, refuse, bodyDelayMs, pieces } = fault
      const others = [headers, refuse, bodyDelayMs, pieces].some((one) => one !== undefined)
      return connection === 'drop' && (others || isReplaced(fault) || isChanged(fault))
    },
  },
  {
    message:
      'refuse sets the whole answer, so you cannot combine it with status, body, change or omit',
    isMade: (fault) => fault.refuse !== undefined && (isReplaced(fault) || isChanged(fault)),
  },
  {
    message:
      'status and body replace the real answer, so you cannot combine them with change or omit',
    isMade: (fault) => isReplaced(fault) && isChanged(fault),
  },
  {
    message: 'change and omit name the same member',
    isMade: ({ change = {}, omit = [] }) => omit.some((name) => name in change),
  },
  {
    message:
      'connection cut, bodyDelayMs and pieces need a body; give a body, and a status that allows one',
    isMade: (fault) => {
      const { status = 200, body, connection, bodyDelayMs, pieces } = fault
      const isEmpty = !body || statusesWithoutBody.includes(status)
      const needsBody = connection === 'cut' || (bodyDelayMs ?? pieces) !== undefined
      return needsBody && isReplaced(fault) && isEmpty
    },
  },
]

function isInCatalogue(aadsts: number): boolean {
  return rules.some((rule) => isRefusalRule(rule) && rule.aadsts === aadsts)
}

function areHeaders(headers: Record<string, string>): boolean {
  try {
    return new Headers(headers) !== undefined
  } catch {
    return false
  }
}
