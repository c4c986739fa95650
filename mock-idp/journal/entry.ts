import { readJwt } from '../../wire/jwt.ts'
import { parseBasic } from '../http/parse-basic.ts'
import { type Form, isForm } from '../http/parse-form.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type {
  AssertionView,
  EndpointName,
  JournalOutcome,
  JournalRecord,
  MetFault,
  ReachedStage,
} from './journal.ts'
import { hideSecrets, isProtocolName, maskAll, maskNames, withoutSignature } from './masking.ts'
import {
  describeSeen,
  hideIn,
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
}

/**
 * The only place that makes an entry of the journal. Masks at once what is a secret by its name or shape, and writes
 * the entry out when somebody reads it.
 */
export function recordOf(answered: Answered): JournalRecord {
  const { kind, request, nowMs, traceId, correlationId, status, fault, secretsOf } = answered
  const { authorization, form } = request
  const tenantId = answered.tenant?.id
  const rulesLookedAt = answered.examination.lookedAt
  const about = describeSeen(kind, request)
  const parameters = kind === 'managedIdentity' ? undefined : maskAll(shownParameters(request))
  const assertion = withoutSignature(form.parameters.get('client_assertion') ?? '')
  const basic = authorization === undefined ? undefined : parseBasic(authorization)
  const credentials = presentedCredentials(form, basic)
  const basicClientId = shownClientId(basic)
  const outcome = outcomeOf(answered)
  const expiresIn = 'issued' in outcome ? expiresInOf(answered.body) : undefined
  const stage = stageOf(answered)
  const { repeated } = form
  return () => {
    const secrets = secretsOf()
    const described = about(secrets)
    return {
      ...described,
      tenantId,
      time: new Date(nowMs).toISOString(),
      httpStatus: fault?.replacedBy ?? status,
      traceId,
      correlationId,
      parameters: parameters ? hideIn(parameters, secrets) : described.query,
      repeatedParameters: maskNames(repeated),
      credentials,
      basicClientId: basicClientId && hideSecrets(basicClientId, secrets),
      assertion: viewAssertion(assertion),
      stage,
      rulesLookedAt,
      outcome,
      expiresIn,
      ...(fault && { fault: fault.description }),
    }
  }
}

/** What is no form is read as one with strange names, in which a part of a secret can stand for a value. */
function shownParameters({ form, contentType }: SeenRequest): Iterable<readonly [string, string]> {
  const { parameters }: Form = form
  if (isForm(contentType ?? '')) return parameters
  return [...parameters].filter(([name]) => isProtocolName(name))
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

function viewAssertion(unsigned: string | undefined): AssertionView | undefined {
  const jwt = unsigned === undefined ? undefined : readJwt(`${unsigned}.`)
  return jwt && { header: jwt.header, claims: jwt.claims }
}
