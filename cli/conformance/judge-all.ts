import { type ApiSpec, openApi } from '../../engine/apis/open-api.ts'
import type { AdapterClient, ClientSpec } from '../../engine/clients/adapter/open-client.ts'
import { runConformance, type Verdict } from '../../engine/run/index.ts'
import { openRedirectedClient } from '../../engine/run/open-redirected-client.ts'
import type { EvidenceRecorder } from '../../evidence/index.ts'
import { printable } from '../../wire/printable.ts'
import type { Surroundings } from '../surroundings.ts'
import { isTerminal } from '../terminal/output.ts'
import { runningTenantOf } from './api-from-options.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { messagesFiles } from './report-folder.ts'

/** What is judged, and how. */
export type Assignment = {
  readonly options: ConformanceOptions
  /** None: the target is judged. */
  readonly clients: readonly ClientSpec[]
  /** The APIs to judge. */
  readonly apis: readonly ApiSpec[]
  /** Where the messages of Cucumber go, if anywhere. An absolute path. */
  readonly folder: string | undefined
  /** Where the exchanges with the target are kept. Absent: nowhere. */
  readonly evidence?: { readonly recorder: EvidenceRecorder } | undefined
  readonly surroundings: Surroundings
}

export type Judged = {
  readonly target: ConformanceOptions['target']
  readonly startedMs: number
  readonly verdicts: readonly Verdict[]
}

/** Address of the target. Absent: it could not be reached. */
export function authorityHostOf({ verdicts }: Judged): string | undefined {
  return verdicts.find(({ authorityHost }) => authorityHost)?.authorityHost
}

/** Judges the clients and the APIs one after another, or the target. */
export async function judgeAll(assignment: Assignment): Promise<Judged> {
  const { options, clients, apis, folder, surroundings } = assignment
  const { target } = options
  const startedMs = surroundings.now()
  const names = [...clients.map(nameOf), ...apis.map(({ name }) => printable(name))]
  const files = folder === undefined ? [] : messagesFiles(folder, names)
  if (names.length === 0) {
    return { target, startedMs, verdicts: [await judgeProvider(assignment, files[0])] }
  }
  const verdicts: Verdict[] = []
  const judges = [
    ...clients.map((client) => (place: Place) => judgeClient(client, assignment, place)),
    ...apis.map((api) => (place: Place) => judgeApi(api, assignment, place)),
  ]
  for (const [index, judge] of judges.entries()) {
    const title =
      judges.length > 1 ? `${names[index]} (${index + 1} of ${judges.length})` : undefined
    if (title) surroundings.stdout.write(`${index > 0 ? '\n' : ''}${title}\n`)
    verdicts.push(await judge({ title, messagesFile: files[index] }))
  }
  return { target, startedMs, verdicts }
}

/** Until it has said its own name. */
function nameOf({ name, reach }: ClientSpec): string {
  return name ?? (reach.kind === 'http' ? reach.url : reach.command.join(' '))
}

function judgeProvider(
  { options: { target, tags }, folder, evidence, surroundings }: Assignment,
  messagesFile: string | undefined,
): Promise<Verdict> {
  const name = target === 'live' ? liveName(surroundings) : 'mock identity provider'
  return runConformance({
    ...view(surroundings),
    target,
    variables: surroundings.env,
    tags,
    messagesFile,
    keepsRequests: folder !== undefined,
    evidence: evidence?.recorder,
    subject: { kind: 'identity provider', name },
  })
}

function liveName({ env }: Surroundings): string {
  const address = env.AGENTID_AUTHORITY_HOST || 'https://login.microsoftonline.com'
  return URL.canParse(address) ? new URL(address).host : address
}

type Place = { readonly title: string | undefined; readonly messagesFile: string | undefined }

async function judgeClient(
  spec: ClientSpec,
  { options, surroundings }: Assignment,
  place: Place,
): Promise<Verdict> {
  const { target, tags, strict, chaos, jobs } = options
  let client: AdapterClient | undefined
  const verdict = await runConformance({
    ...view(surroundings),
    ...place,
    target,
    tags,
    strict,
    chaosSeed: chaos,
    subject: { kind: 'client', name: nameOf(spec) },
    expectedFailures: spec.expectedFailures,
    skip: spec.skip,
    openClient: async (opened) => {
      client = await openRedirectedClient(spec, opened, {
        maxParallel: jobs,
        env: surroundings.env,
      })
      return client
    },
  })
  // Some appear only when the client ends.
  for (const warning of client?.warnings ?? []) surroundings.stdout.write(`warning: ${warning}\n`)
  return verdict
}

function judgeApi(
  api: ApiSpec,
  { options, surroundings }: Assignment,
  place: Place,
): Promise<Verdict> {
  const { tags, strict } = options
  const running = api.command === undefined ? runningTenantOf(surroundings) : undefined
  return runConformance({
    ...view(surroundings),
    ...place,
    target: running ? 'server' : options.target,
    running,
    tags,
    strict,
    subject: { kind: 'API', name: printable(api.name) },
    expectedFailures: api.expectedFailures,
    skip: api.skip,
    openApi: (opened) => openApi(api, opened, surroundings.env),
  })
}

function view({ stdout }: Surroundings) {
  return {
    write: (text: string) => stdout.write(text),
    isTty: isTerminal(stdout),
    columns: stdout.columns,
  }
}
