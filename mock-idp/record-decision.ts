import { decodeProtectedHeader } from 'jose/decode/protected_header'
import { decodeJwt } from 'jose/jwt/decode'
import type { AssertionView, JournalOutcome, JournalRecord, Stage } from './journal.ts'
import { maskName, maskParameter, withoutSignature } from './masking.ts'
import type { Decision, TokenAnswer } from './token-endpoint/index.ts'

type Seen = {
  readonly method: string
  readonly path: string
  readonly userAgent: string | undefined
}

/** Masks at once, so that no secret is kept; writes the entry out when somebody reads it. */
export function recordDecision(
  { method, path, userAgent }: Seen,
  { decision, status }: TokenAnswer,
  faultStatus: number | undefined,
): JournalRecord {
  const parameters = maskAll(decision.parameters)
  const assertion = withoutSignature(decision.parameters.get('client_assertion') ?? '')
  const outcome = faultStatus === undefined ? outcomeOf(decision) : { fault: faultStatus }
  const { atMs, traceId, correlationId, rulesLookedAt } = decision
  const stage = stageOf(decision)
  return () => ({
    time: new Date(atMs).toISOString(),
    method,
    path,
    httpStatus: faultStatus ?? status,
    traceId,
    correlationId,
    userAgent,
    parameters,
    assertion: viewAssertion(assertion),
    stage,
    rulesLookedAt,
    outcome,
  })
}

function maskAll(parameters: ReadonlyMap<string, string>): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of parameters) {
    shown[maskName(name, value)] = maskParameter(name, value)
  }
  return shown
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

function outcomeOf({ outcome }: Decision): JournalOutcome {
  if ('issued' in outcome) return { issued: outcome.issued, claims: outcome.token.claims }
  const { id, error, aadsts } = outcome.refused.rule
  return { refused: id, error, aadsts }
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
