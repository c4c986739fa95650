import { type Finding, judge } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/node.ts'
import { findSecrets } from '../../wire/find-secrets.ts'
import { hideInJson } from '../../wire/known-values/hide-in-json.ts'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import { groupByClient } from './group-by-client.ts'
import type { Written } from './keep-text.ts'
import { knownClients, secretsOf } from './known-clients.ts'
import type { Observation } from './observation.ts'
import type { KnownTenant } from './observed-mock.ts'
import { refusalsIn } from './refusals.ts'
import { fails, isGraphCall, verdictOf, whyNotJudged } from './verdict.ts'

/** The trail of a program: what is known of it after its run. */
export type ProgramTrail = {
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

/** Judges a run by the rules that every request keeps, because the purpose of the program is not known. */
export function observe(trail: ProgramTrail, { strict }: { readonly strict: boolean }) {
  const { command, exitCode, signal, requests, tenants } = trail
  const clients = groupByClient(requests, findingsIn(trail), knownClients(tenants))
  const reason = whyNotJudged(requests)
  const hasFailed = fails(clients, strict)
  const observation: Observation = {
    program: { command, exitCode, signal },
    verdict: verdictOf(hasFailed, reason === undefined),
    problems: [reason ?? [], cutOutput(trail)].flat(),
    clients,
    refusals: refusalsIn(requests.filter((request) => !isGraphCall(request))),
    requests,
  }
  return hideSecretsIn(observation, [...secretsOf(tenants), ...trail.ownSecrets])
}

/** The command line and the hosts that the program contacted can hold a secret as well. */
function hideSecretsIn(observation: Observation, secrets: readonly string[]): Observation {
  return hideInJson(observation, findSecrets(createKnownValues(secrets)), '***')
}

function findingsIn(trail: ProgramTrail): readonly Finding[] {
  const { requests, strangeHosts, tenants } = trail
  const secrets = [...secretsOf(tenants), ...trail.ownSecrets]
  const sent = judge({ requests, strangeHosts, said: '', secrets: [] })
  // Search each stream separately: text of one stream could interrupt a secret in the other.
  const told = (['stderr', 'stdout'] as const).flatMap((stream) => {
    const said = trail[stream].text
    const findings = judge({ requests: [], strangeHosts: [], said, secrets })
    return findings.map((finding) => ({ ...finding, actual: `${finding.actual} (${stream})` }))
  })
  return [...sent, ...told]
}

function cutOutput(trail: ProgramTrail): readonly string[] {
  const cut = (['stdout', 'stderr'] as const).filter((stream) => !trail[stream].isWhole)
  return cut.map(
    (stream) =>
      `The program wrote too much: only the beginning of its ${stream} was searched for secrets.`,
  )
}
