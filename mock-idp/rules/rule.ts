import { type Evidence, isStrong } from './evidence-kinds.ts'
import type { GraphErrorCode } from './graph-codes.ts'

export type { Evidence, EvidenceKind } from './evidence-kinds.ts'

/** The `error` member of an OAuth 2.0 error response, in the values Microsoft Entra uses. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_resource'
  /** RFC 8707, section 2. */
  | 'invalid_target'
  | 'invalid_instance'
  | 'invalid_tenant'
  | 'bad_request_102'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'interaction_required'
  /** At the authorize endpoint (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow). */
  | 'access_denied'
  | 'login_required'
  | 'unsupported_response_type'
  | 'authorization_pending'
  | 'authorization_declined'
  | 'bad_verification_code'
  | 'expired_token'
  | 'consent_required'
  /** Of a bug of the mock alone: no rule is refused so. */
  | 'server_error'

/** What a person has to do, in the words of Microsoft Entra. */
export type Suberror = 'consent_required' | 'basic_action' | 'message_only'

/** A part of a refusal that its evidence does not show, so that the mock had to choose it. */
export type AssumedPart = 'error' | 'aadsts' | 'status'

type RuleBase = {
  /** Stable name, used in tags, reports and the `x-mock-rule` response header. */
  readonly id: string
  /** The requirement as an always-true sentence. */
  readonly title: string
  /** How we know that it holds. Of a refusal: *that* a request which breaks the rule is refused. */
  readonly evidence: Evidence
}

/** A requirement on a request. A request that breaks it is refused, in the way this record describes. */
export type RefusalRule<Facts = never> = RuleBase & {
  readonly kind: 'refusal'
  /** `error` of an OAuth 2.0 answer, or `error.code` of one of Microsoft Graph. */
  readonly error: OAuthError | GraphErrorCode
  /** The number in `error_codes`; absent where the endpoint answers without one (managed identity, Microsoft Graph). */
  readonly aadsts?: number
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 500
  /** The prose of `error_description`, without the `AADSTS` prefix. Clients must not depend on it. */
  readonly message: (facts: Facts) => string
  /** True where public captures of this code carry an `error_uri`. */
  readonly hasErrorPage?: true
  /** The member `suberror`, by which libraries tell what a person has to do. Absent: the answer has none. */
  readonly suberror?: Suberror
  /** The member `claims`: what the next sign-in has to ask for, as JSON text. Absent: the answer has none. */
  readonly claimsChallenge?: (facts: Facts) => string | undefined
  /** *How* it is refused: how we know the error, number, status and prose. Often another source than `evidence`. */
  readonly answerEvidence: Evidence
  /** What `answerEvidence` leaves open. Absent: it shows error, number and status. */
  readonly assumed?: readonly AssumedPart[]
  readonly broken: (facts: Facts) => boolean
}

/** A requirement on what an identity provider answers when it does not refuse. */
export type PromiseRule = RuleBase & { readonly kind: 'promise' }

/** A requirement on a client, judged by the requests it sends. */
export type ClientRule = RuleBase & {
  readonly kind: 'client'
  readonly severity: 'MUST' | 'SHOULD' | 'INFO'
}

/** A requirement on an API that takes tokens, judged by its answers. */
export type ApiRule = RuleBase & {
  readonly kind: 'api'
  readonly severity: 'MUST' | 'SHOULD' | 'INFO'
}

/** A promise of this test tool about itself (clock, sandboxes, journal); Microsoft Entra has no part in it. */
export type ToolRule = Omit<RuleBase, 'evidence'> & { readonly kind: 'tool' }

export type Rule = RefusalRule<never> | PromiseRule | ClientRule | ApiRule | ToolRule

/** Whether a rule is about a client or an API, whose breaches weigh differently. */
export function hasSeverity(rule: Rule): rule is ClientRule | ApiRule {
  return rule.kind === 'client' || rule.kind === 'api'
}

/** Whether one source shows both that a request is refused and how. */
export function isSameEvidence({
  evidence,
  answerEvidence,
}: Pick<RefusalRule, 'evidence' | 'answerEvidence'>): boolean {
  return evidence.kind === answerEvidence.kind && evidence.source === answerEvidence.source
}

/** You may relax a rule for a tenant only if no source shows that Microsoft Entra refuses what breaks it. */
export function isRelaxable(rule: Rule): boolean {
  return rule.kind === 'refusal' && !isStrong(rule.evidence)
}
