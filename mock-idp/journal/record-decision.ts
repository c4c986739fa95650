import { decodeProtectedHeader } from 'jose/decode/protected_header'
import { decodeJwt } from 'jose/jwt/decode'
import {
  describeSeen,
  hideIn,
  type KnownSecrets,
  presentedCredentials,
  type SeenRequest,
  shownClientId,
} from '../exchange/seen-request.ts'
import type { MetFault } from '../faults/index.ts'
import type { Decision, TokenAnswer } from '../token-endpoint/index.ts'
import { parseBasic } from '../token-endpoint/parse-basic.ts'
import { isForm } from '../token-endpoint/parse-form.ts'
import type { AssertionView, JournalOutcome, JournalRecord, Stage } from './journal.ts'
import { hideSecrets, isProtocolName, maskAll, maskNames, withoutSignature } from './masking.ts'

type Seen = SeenRequest & { readonly authorization: string | undefined }

/** Masks at once what is a secret by its name or shape; writes the entry out when somebody reads it. */
export function recordDecision(
  seen: Seen,
  { decision, status, body }: TokenAnswer,
  fault: MetFault | undefined,
  secretsOf: KnownSecrets,
): JournalRecord {
  const { tenantId, atMs, traceId, correlationId, rulesLookedAt, repeated } = decision
  const about = describeSeen('token', seen)
  const parameters = maskAll(shownParameters(decision, seen))
  const assertion = withoutSignature(decision.parameters.get('client_assertion') ?? '')
  const basic = seen.authorization === undefined ? undefined : parseBasic(seen.authorization)
  const credentials = presentedCredentials(decision, basic)
  const basicClientId = shownClientId(basic)
  const outcome = outcomeOf(decision, fault)
  const expiresIn = 'issued' in outcome ? expiresInOf(body) : undefined
  const stage = stageOf(decision)
  return () => {
    const secrets = secretsOf()
    return {
      ...about(secrets),
      tenantId,
      time: new Date(atMs).toISOString(),
      httpStatus: fault?.replacedBy ?? status,
      traceId,
      correlationId,
      parameters: hideIn(parameters, secrets),
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
function shownParameters({ parameters }: Decision, { contentType }: Seen) {
  if (isForm(contentType ?? '')) return parameters
  return [...parameters].filter(([name]) => isProtocolName(name))
}

const stageByArea: Readonly<Record<string, Stage>> = {
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

function stageOf({ outcome, rulesLookedAt }: Decision): Stage {
  if ('issued' in outcome) return 'issued'
  const [area = ''] = rulesLookedAt.at(-1)?.split('-') ?? []
  return stageByArea[area] ?? 'request'
}

function outcomeOf({ outcome }: Decision, fault: MetFault | undefined): JournalOutcome {
  if (fault?.replacedBy !== undefined) {
    return { fault: fault.replacedBy, description: fault.description }
  }
  if ('issued' in outcome) return { issued: outcome.issued, claims: outcome.token.claims }
  const { id, error, aadsts } = outcome.refused.rule
  return { refused: id, error, aadsts }
}

/** What the answer says, which a test can have told the mock to vary. */
function expiresInOf(body: string): number | undefined {
  const [, seconds] = /"expires_in":"?(\d+)/.exec(body) ?? []
  return seconds === undefined ? undefined : Number(seconds)
}

function viewAssertion(unsigned: string | undefined): AssertionView | undefined {
  if (unsigned === undefined) return undefined
  const jwt = `${unsigned}.`
  try {
    return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) }
  } catch {
    return undefined
  }
}
