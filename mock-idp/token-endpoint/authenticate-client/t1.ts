import { enforce } from '../../answers/enforce.ts'
import { exchangeAppId } from '../../directory/resource.ts'
import { t1Rules } from '../../rules/t1.ts'
import { agentSubject, parseAgentSubject } from '../../tokens/agent-subject.ts'
import type { World } from '../../world.ts'
import type { Client } from '../find-client.ts'
import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'
import { checkSignature } from './issuer-keys.ts'
import type { Proof } from './proof.ts'
import { validityFacts } from './validity-facts.ts'

type AgentClient = Extract<Client, { kind: 'agentIdentity' }>

/** T1, presented by the agent identity it names: issuer, signature, audience, subject, time. */
export async function provedByT1(
  assertion: Assertion,
  client: AgentClient,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const { examination } = session
  const facts = redemptionFacts(assertion, client, session, world)
  enforce(t1Rules.issuer, facts, examination)
  enforce(t1Rules.signature, await checkSignature(assertion, session, world), examination)
  enforce(t1Rules.claims, facts, examination)
  enforce(t1Rules.time, validityFacts(assertion, session), examination)
  return { kind: 't1', credential: '2' }
}

function redemptionFacts(
  { issuer, subject, audiences }: Assertion,
  { principal }: AgentClient,
  { tenant }: TenantSession,
  { issuerNames, platform }: World,
) {
  const { id: agentId, blueprintAppId } = principal
  const expected = { tenantId: tenant.id, blueprintAppId, fmiPath: agentId }
  const expectedSubject = agentSubject(expected, platform.encodeBytes)
  const named = subject === expectedSubject ? expected : parseAgentSubject(subject)
  return {
    issuer,
    subject,
    audience: audiences.join(' '),
    expectedSubject,
    issuerIsThisTenant: issuerNames.tenantOf(issuer) === tenant.id,
    audienceIsExchange: audiences.includes(exchangeAppId),
    subjectNamesAnAgent: named !== undefined,
    blueprintIsParent: named?.tenantId === tenant.id && named.blueprintAppId === blueprintAppId,
    agentIsClient: named?.fmiPath === agentId,
    agentIsClientIgnoringCase: named?.fmiPath.toLowerCase() === agentId,
  }
}
