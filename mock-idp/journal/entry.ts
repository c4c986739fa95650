import type { KnownValues } from '../../wire/known-values/known-values.ts'
import { parseBasic } from '../http/parse-basic.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type {
  EndpointName,
  JournalOutcome,
  JournalRecord,
  MetFault,
  ReachedStage,
} from './journal.ts'
import {
  bearerOf,
  charactersOf,
  clientIdsOf,
  type KeptRequest,
  keepRequest,
  viewAssertion,
} from './kept-request.ts'
import { tokenLegOf } from './leg.ts'
import { hideSecrets } from './masking.ts'
import {
  credentialsInUrl,
  type KnownSecrets,
  presentedCredentials,
  shownClientId,
} from './shown-request.ts'

/** An answered request, whichever endpoint it went to. */
export type Answered = {
  readonly kind: EndpointName
  readonly request: SeenRequest
  readonly tenant: { readonly id: string } | undefined
  readonly nowMs: number
  readonly traceId: string
  readonly correlationId: string
  readonly examination: { readonly lookedAt: readonly string[] }
  /** Of the answer that was decided, before a fault replaced it. */
  readonly status: number
  readonly body: string | null
  readonly outcome: JournalOutcome
  readonly fault: MetFault | undefined
  readonly secretsOf: KnownSecrets
  /** Whether a token is a forgery that a test ordered. Default: none is. */
  readonly isForged?: (token: string) => boolean
  /** Whose secrets and tokens it carries, where no tenant keeps it. */
  readonly owners?: readonly string[]
}

/**
 * The only place that makes an entry of the journal. Masks at once what is a secret by its name or shape, and writes
 * the entry out when somebody reads it: then without the secrets that are known, whoever's they are.
 */
export function recordOf(answered: Answered): JournalRecord {
  const {
    kind,
    nowMs,
    traceId,
    correlationId,
    status,
    fault,
    secretsOf,
    request,
    owners = [],
  } = answered
  const kept = keepRequest(kind, request, (text) => hideSecrets(text, secretsOf()))
  const tenantId = answered.tenant?.id
  const rulesLookedAt = answered.examination.lookedAt
  const basic = request.authorization === undefined ? undefined : parseBasic(request.authorization)
  const credentials = presentedCredentials(request.form, basic)
  const basicClientId = shownClientId(basic)
  const outcome = outcomeOf(answered)
  const expiresIn = 'issued' in outcome ? expiresInOf(answered.body) : undefined
  const stage = stageOf(answered)
  const leg = kind === 'token' ? tokenLegOf(request.form.parameters) : undefined
  const forgeries = forgeriesIn(answered)
  const shown = untilMoreIsKnown((known) => shownOf({ kept, basicClientId, outcome, fault }, known))
  const write = (): ReturnType<JournalRecord> => {
    return {
      ...shown(secretsOf()),
      endpoint: kind,
      tenantId,
      time: new Date(nowMs).toISOString(),
      httpStatus: fault?.replacedBy ?? status,
      traceId,
      correlationId,
      credentials,
      ...(leg && { leg }),
      ...(forgeries.length > 0 && { forgeries }),
      stage,
      rulesLookedAt,
      expiresIn,
    }
  }
  return Object.assign(write, {
    characters: charactersOf(kept),
    clientIds: () => [...clientIdsOf(kept, basicClientId), ...owners],
  })
}

type Shown = Pick<Answered, 'outcome' | 'fault'> & {
  readonly kept: KeptRequest
  readonly basicClientId: string | undefined
}

/** All that a client or a test chose, with nothing in it that is secret. */
function shownOf({ kept, basicClientId, outcome, fault }: Shown, known: KnownValues) {
  const { seen, parameters, repeated, assertion, bearer, cut } = kept
  const { userAssertion, userCredential } = kept
  const { secretNames: _, ...sent } = seen
  const chosen = {
    ...sent,
    credentialsInUrl: credentialsInUrl(seen, known),
    parameters: parameters ?? seen.query,
    repeatedParameters: repeated,
    basicClientId,
    assertion: viewAssertion(assertion),
    ...(bearer !== undefined && { bearer: viewAssertion(bearer) }),
    ...(userAssertion !== undefined && { userAssertion: viewAssertion(userAssertion) }),
    ...(userCredential !== undefined && { userCredential: viewAssertion(userCredential) }),
    outcome,
    ...(fault && { fault: fault.description }),
    ...(cut.length > 0 && { cut }),
  }
  // Only values are searched here: the names are those of the journal.
  const values = hideSecrets(Object.values(chosen), known)
  return Object.fromEntries(
    Object.keys(chosen).map((name, at) => [name, values[at]]),
  ) as typeof chosen
}

/** The same again while nothing more is secret, and while there is memory: one reader often reads a journal many times. */
function untilMoreIsKnown<Shown extends object>(show: (known: KnownValues) => Shown) {
  let last: { known: WeakRef<KnownValues>; count: number; shown: WeakRef<Shown> } | undefined
  return (known: KnownValues): Shown => {
    const count = known.count()
    const isCurrent = last?.known.deref() === known && last.count === count
    const before = isCurrent ? last?.shown.deref() : undefined
    if (before) return before
    const shown = show(known)
    last = { known: new WeakRef(known), count, shown: new WeakRef(shown) }
    return shown
  }
}

const tokenParameters = [
  'client_assertion',
  'assertion',
  'user_federated_identity_credential',
] as const

/** Where a request presents a token that a test ordered as a forgery. */
function forgeriesIn({ request, isForged }: Answered): readonly string[] {
  if (!isForged) return []
  const { parameters } = request.form
  const inForm = tokenParameters.filter((name) => isForged(parameters.get(name) ?? ''))
  return isForged(bearerOf(request)) ? [...inForm, 'authorization'] : inForm
}

/** By the first word of a rule's id. The rules of the other endpoints are all about the request. */
const stageByArea: Readonly<Record<string, ReachedStage>> = {
  REQ: 'request',
  TENANT: 'tenant',
  CLIENT: 'client',
  CRED: 'credential',
  ASSERT: 'credential',
  CERT: 'credential',
  FIC: 'credential',
  T1: 'credential',
  SCOPE: 'resource',
  RESOURCE: 'resource',
  FMI: 'fmi_path',
  USERFIC: 'subject',
  USER: 'subject',
  OBO: 'subject',
  REFRESH: 'subject',
  DEVICE: 'subject',
  CONSENT: 'consent',
  ADMIN: 'consent',
  LOGIN: 'subject',
  CODE: 'subject',
  ACCESS: 'accessPolicy',
  AUTHORIZE: 'request',
}

function stageOf({ outcome, examination }: Answered): ReachedStage {
  if ('issued' in outcome) return 'issued'
  if ('answered' in outcome) return 'answered'
  const [area = ''] = examination.lookedAt.at(-1)?.split('-') ?? []
  return stageByArea[area] ?? 'request'
}

function outcomeOf({ outcome, fault }: Answered): JournalOutcome {
  if (fault?.replacedBy === undefined) return outcome
  return { fault: fault.replacedBy, description: fault.description }
}

/** What the answer says, which a test can have told the mock to vary. */
function expiresInOf(body: string | null): number | undefined {
  const [, seconds] = /"expires_in":"?(\d+)/.exec(body ?? '') ?? []
  return seconds === undefined ? undefined : Number(seconds)
}
