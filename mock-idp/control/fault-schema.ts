import { z } from 'zod'
import { isRefusalRule, rules } from '../rules/index.ts'

const longestDelayMs = 600_000
const delayMs = z.int().min(1).max(longestDelayMs)

const whichRequests = {
  endpoint: z.enum(['token', 'discovery', 'keys', 'instance', 'graph']).optional().meta({
    description:
      'The endpoint: keys is a key set, instance is instance discovery, whose tenant is that of authorization_endpoint, graph is Microsoft Graph. Left out: token.',
  }),
  leg: z.enum(['t1', 'redemption']).optional().meta({
    description: 'Requests for T1 (with fmi_path), or those that redeem it. Left out: any.',
  }),
  clientId: z.string().optional().meta({
    description: 'Only requests of this client, in the form or in HTTP Basic, in any case.',
  }),
  fmiPath: z.string().optional().meta({ description: 'Only requests with this fmi_path.' }),
  skip: z.int().min(0).optional().meta({
    description:
      'How many matching requests it lets pass first, whatever else they meet. Left out: 0.',
  }),
  times: z.int().min(1).default(1).meta({
    description: 'How many matching requests it meets before it is gone.',
  }),
}

const whatHappens = {
  status: z.int().min(200).max(599).optional().meta({
    description: 'HTTP status of an answer that replaces the real one. With body alone: 200.',
  }),
  headers: z
    .record(z.string(), z.string())
    .refine(areHeaders, { error: 'expected names and values that HTTP headers can have' })
    .optional()
    .meta({ description: 'Headers set on the answer, such as Retry-After.' }),
  body: z.string().optional().meta({
    description: 'Body of an answer that replaces the real one, as it is sent.',
  }),
  change: z.record(z.string(), z.unknown()).optional().meta({
    description: 'Members set in the JSON of the real answer. A token is really issued.',
  }),
  omit: z.array(z.string()).optional().meta({
    description: 'Members removed from the JSON of the real answer.',
  }),
  refuse: z
    .int()
    .refine(isInCatalogue, {
      error: ({ input }) =>
        `expected the AADSTS number of a refusal in the catalogue (GET /_mock/rules), got ${input}`,
    })
    .optional()
    .meta({ description: 'AADSTS number: the answer is the refusal that has it.' }),
  delayMs: delayMs.optional().meta({
    description: 'Milliseconds before the first byte of the answer.',
  }),
  bodyDelayMs: delayMs.optional().meta({
    description: 'Milliseconds between the headers and the body.',
  }),
  connection: z.enum(['drop', 'cut']).optional().meta({
    description:
      'drop: closed without an answer. cut: closed after the headers, with the length of the whole body, and half of it.',
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
    description: 'Which requests it meets, and what happens to their answers: at least one effect.',
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
      const others = [fault.status, fault.body, fault.refuse, fault.connection]
      const delays = [fault.delayMs, fault.bodyDelayMs]
      return !named && [...others, ...delays].every((effect) => effect === undefined)
    },
  },
  {
    message: 'leg, clientId and fmiPath are of token requests; leave them or the endpoint out',
    isMade: ({ endpoint = 'token', leg, clientId, fmiPath }) =>
      endpoint !== 'token' && [leg, clientId, fmiPath].some((one) => one !== undefined),
  },
  {
    message: 'connection drop leaves no answer: nothing but delayMs goes with it',
    isMade: (fault) => {
      const { connection, headers, refuse, bodyDelayMs } = fault
      const others = [headers, refuse, bodyDelayMs].some((one) => one !== undefined)
      return connection === 'drop' && (others || isReplaced(fault) || isChanged(fault))
    },
  },
  {
    message: 'refuse is the whole answer: status, body, change and omit do not go with it',
    isMade: (fault) => fault.refuse !== undefined && (isReplaced(fault) || isChanged(fault)),
  },
  {
    message:
      'status and body replace the real answer: change and omit, which are of it, do not go with them',
    isMade: (fault) => isReplaced(fault) && isChanged(fault),
  },
  {
    message: 'the same member is in change and in omit',
    isMade: ({ change = {}, omit = [] }) => omit.some((name) => name in change),
  },
  {
    message: 'connection cut and bodyDelayMs need a body; give one, and a status that may have one',
    isMade: (fault) => {
      const { status = 200, body, connection, bodyDelayMs } = fault
      const isEmpty = !body || statusesWithoutBody.includes(status)
      const needsBody = connection === 'cut' || bodyDelayMs !== undefined
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
