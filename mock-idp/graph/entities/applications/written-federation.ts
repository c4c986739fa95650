import { z } from 'zod'
import { enforce } from '../../../answers/enforce.ts'
import type { Application } from '../../../directory/application.ts'
import { type ClaimCondition, parseClaimsExpression } from '../../../directory/claims-expression.ts'
import type {
  ClaimsMatchingExpression,
  FederatedCredential,
} from '../../../directory/credential.ts'
import { writtenFederationRules } from '../../../rules/graph/federation.ts'
import type { GraphCall } from '../../call/graph-call.ts'
import { readProperties } from '../../write/read-properties.ts'
import { nullableText, text } from '../../write/values.ts'

const federation = z.object({
  name: text(120),
  issuer: text(600).min(1),
  subject: nullableText(600).optional(),
  audiences: z.array(text(600)),
  description: nullableText(600).optional(),
})
const expression = z.object({ value: z.string(), languageVersion: z.int() })
/** Version 1.0 knows no expressions (its metadata in microsoftgraph/msgraph-metadata, August 2026). */
const flexibleFederation = federation.extend({
  claimsMatchingExpression: expression.nullable().optional(),
})
const forms = {
  'v1.0': { whole: federation, change: federation.partial() },
  beta: { whole: flexibleFederation, change: flexibleFederation.partial() },
} as const

type Written = z.output<typeof forms.beta.change>

/**
 * The credential that a body describes. Where it had a value before, what the body does not name stays.
 * @param name the name in the path of an upsert
 * @throws {Refusal} under a FEDERATION rule or a GRAPH-PROPERTY rule
 */
export function writtenFederation(
  call: GraphCall,
  { federatedCredentials }: Application,
  before: FederatedCredential | undefined,
  name?: string,
): FederatedCredential {
  const named = name === undefined ? call : { ...call, body: { name, ...call.body } }
  const { whole, change } = forms[call.version]
  const input: Written = readProperties(
    named,
    before ? change : whole,
    'FederatedIdentityCredential',
  )
  const after = {
    id: before?.id ?? call.world.random.guid(),
    name: input.name ?? before?.name ?? '',
    issuer: input.issuer ?? before?.issuer ?? '',
    subject: (input.subject === undefined ? before?.subject : input.subject) || undefined,
    description:
      input.description === undefined ? before?.description : (input.description ?? undefined),
    claimsMatchingExpression: expressionIn(input, before),
  }
  const audiences = input.audiences ?? (before ? [before.audience] : [])
  const others = federatedCredentials.filter((one) => one !== before)
  check(call, { ...after, audiences }, others, { formerName: name ?? before?.name })
  return { ...after, name: before?.name ?? after.name, audience: audiences[0] ?? '' }
}

function expressionIn(
  { claimsMatchingExpression: written }: Written,
  before: FederatedCredential | undefined,
): ClaimsMatchingExpression | undefined {
  return written === undefined ? before?.claimsMatchingExpression : (written ?? undefined)
}

/** 3 to 120 letters, digits, hyphens and underscores, of which the first is no mark. */
const namePattern = /^[A-Za-z0-9][\w-]{2,119}$/

type Checked = Omit<FederatedCredential, 'audience'> & { readonly audiences: readonly string[] }

function check(
  { examination }: GraphCall,
  { name, issuer, subject, audiences, claimsMatchingExpression: flexible }: Checked,
  others: readonly FederatedCredential[],
  { formerName }: { readonly formerName: string | undefined },
): void {
  const conditions = flexible && parseClaimsExpression(flexible.value)
  enforce(
    writtenFederationRules,
    {
      name,
      formerName,
      nameIsValid: namePattern.test(name),
      nameIsTaken: others.some((one) => one.name === name),
      issuer,
      audiences,
      subject,
      expression: flexible?.value,
      expressionIsReadable: conditions !== undefined && flexible?.languageVersion === 1,
      claimsAreAllowed: areAllowed(conditions ?? [], issuer),
      pairIsTaken: others.some(
        (one) => subject !== undefined && one.issuer === issuer && one.subject === subject,
      ),
      count: others.length,
    },
    examination,
  )
}

type Claims = { readonly allowed: readonly string[]; readonly oneOf: readonly string[] }

/**
 * The issuers that expressions are for, and their claims: workload-identities-flexible-federated-identity-credentials.md.
 * Since July 2026 a claim of the subject alone is refused for GitHub and GitLab (the capture of FEDERATION-CLAIMS; the
 * claims that GitHub needs are those of MicrosoftDocs/entra-docs pull request 2055, those of GitLab are inferred).
 */
const claimsByIssuer: readonly (readonly [RegExp, Claims])[] = [
  [
    /^https:\/\/token\.actions\.githubusercontent\.com$/,
    {
      allowed: ['sub', 'job_workflow_ref', 'repository_id', 'repository_owner_id'],
      oneOf: ['repository_id', 'repository_owner_id'],
    },
  ],
  [
    /^https:\/\/gitlab\.(com|[\w-]+\.com|[\w-]+\.ca)$/,
    { allowed: ['sub', 'project_id', 'namespace_id'], oneOf: ['project_id', 'namespace_id'] },
  ],
  [/^https:\/\/app\.(eu\.)?terraform\.io$/, { allowed: ['sub'], oneOf: ['sub'] }],
]

function areAllowed(conditions: readonly ClaimCondition[], issuer: string): boolean {
  const found = claimsByIssuer.find(([pattern]) => pattern.test(issuer))
  if (!found) return false
  const [, { allowed, oneOf }] = found
  const names = conditions.map(({ claim }) => claim)
  return names.every((name) => allowed.includes(name)) && names.some((name) => oneOf.includes(name))
}
