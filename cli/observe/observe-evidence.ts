import { type Finding, judge } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/node.ts'
import { groupByClient } from './group-by-client.ts'
import type { Written } from './keep-text.ts'
import { knownClients, secretsOf } from './known-clients.ts'
import type { Observation } from './observation.ts'
import type { KnownTenant } from './observed-mock.ts'
import { refusalsIn } from './refusals.ts'
import { fails, isGraphCall, verdictOf, whyNotJudged } from './verdict.ts'

/** What is known of a program after its run. */
export type ProgramEvidence = {
  readonly command: readonly string[]
  readonly exitCode: number | null
  readonly signal: string | null
  readonly stdout: Written
  readonly stderr: Written
  readonly requests: readonly JournalEntry[]
  readonly strangeHosts: readonly string[]
  readonly tenants: readonly KnownTenant[]
  /** Secrets beside those of the tenants. */
  readonly ownSecrets: readonly string[]
}

/** Judges a run by the rules that every request keeps, for nobody knows what the program was asked for. */
export function observe(evidence: ProgramEvidence, { strict }: { readonly strict: boolean }) {
  const { command, exitCode, signal, requests, tenants } = evidence
  const clients = groupByClient(requests, findingsIn(evidence), knownClients(tenants))
  const reason = whyNotJudged(requests)
  const hasFailed = fails(clients, strict)
  const observation: Observation = {
    program: { command, exitCode, signal },
    verdict: verdictOf(hasFailed, reason === undefined),
    problems: [reason ?? [], cutOutput(evidence)].flat(),
    clients,
    refusals: refusalsIn(requests.filter((request) => !isGraphCall(request))),
    requests,
  }
  return observation
}

function findingsIn(evidence: ProgramEvidence): readonly Finding[] {
  const { requests, strangeHosts, tenants } = evidence
  const secrets = [...secretsOf(tenants), ...evidence.ownSecrets]
  const sent = judge({ requests, strangeHosts, said: '', secrets: [] })
  // Each stream by itself: they are read at the same time, and what is cut in two by the other would be missed.
  const told = (['stderr', 'stdout'] as const).flatMap((stream) => {
    const said = evidence[stream].text
    const findings = judge({ requests: [], strangeHosts: [], said, secrets })
    return findings.map((finding) => ({ ...finding, actual: `${finding.actual} (${stream})` }))
  })
  return [...sent, ...told]
}

function cutOutput(evidence: ProgramEvidence): readonly string[] {
  const cut = (['stdout', 'stderr'] as const).filter((stream) => !evidence[stream].isWhole)
  return cut.map((stream) => `Only the beginning of its ${stream} was searched for secrets.`)
}
