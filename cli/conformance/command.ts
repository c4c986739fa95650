import { InvalidArgumentError, Option } from 'commander'
import { collectName } from '../arguments/collect-name.ts'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { type ConformanceOptions, targets } from './conformance-options.ts'

const examples = `
Examples:
  agentid conformance                         judge the mock, in this process
  agentid conformance --target live           judge what the variables name
  agentid conformance --tags @rule:T1-AGENT   check one rule only

Variables of --target live (provision writes them, serve prints them):
  AGENTID_TENANT_ID                  tenant to judge; required
  AGENTID_AUTHORITY_HOST             default https://login.microsoftonline.com
  AGENTID_GRAPH_URL                  default https://graph.microsoft.com, but
                                     none beside an authority of your own
  AGENTID_CA_FILE                    PEM file of certificates to trust too
  AGENTID_BLUEPRINT_CLIENT_ID        the blueprint, and each credential it has:
    AGENTID_BLUEPRINT_SECRET
    AGENTID_BLUEPRINT_CERTIFICATE_FILE, AGENTID_BLUEPRINT_KEY_FILE
    AGENTID_BLUEPRINT_ASSERTION_FILE
  AGENTID_AGENT_ID                   its agent identity
  AGENTID_SECOND_AGENT_ID            another of the same blueprint
  AGENTID_OTHER_BLUEPRINT_CLIENT_ID, AGENTID_OTHER_BLUEPRINT_SECRET,
  AGENTID_OTHER_AGENT_ID             another blueprint, its agent identity
  AGENTID_AGENT_USER_ID, AGENTID_AGENT_USER_NAME
                                     the agent user of AGENTID_AGENT_ID, by
                                     object id, user principal name or both
  AGENTID_USER_ASSERTION_FILE        file with an access token of a person for
                                     the blueprint, for on-behalf-of scenarios
  AGENTID_SCOPE                 what the check of the variables requests;
                                default https://graph.microsoft.com/.default
  AGENTID_GRAPH_TOKEN                for scenarios about Microsoft Graph
What needs a variable that is not set is reported as not testable.

Judge a client against the mock, through its adapter (agentid-adapter/1):
  agentid conformance --client "node adapter.mjs"
  agentid conformance --client '["node", "my adapter.mjs"]'
  agentid conformance -- node adapter.mjs     the same, without quotes
  agentid conformance --client ./ask.sh --one-shot
                                              start it once for each token
  agentid conformance --manifest agentid-adapter.yaml --report reports
  agentid conformance --manifest a.yaml --manifest b.yaml --report reports
                                              several clients in one report
  agentid conformance --manifest a.yaml --strict --chaos 7

Judge an API: does it take the agent tokens it should, and no others?
  agentid conformance --api-manifest agentid-api.yaml
  agentid conformance --api-manifest agentid-api.yaml --report reports
  agentid conformance --api http://localhost:3000/orders -- node server.mjs
                                              start it in a tenant of its own
  agentid conformance --api http://localhost:3000/orders --audience APP_ID
                                              it runs, and trusts the tenant of
                                              a running mock that these name:
                                              AGENTID_AUTHORITY_HOST,
                                              AGENTID_TENANT_ID, AGENTID_CA_FILE
                                              (and AGENTID_CONTROL_TOKEN)

Record what a tenant answers, without anything that belongs to the tenant:
  agentid conformance --target live --save-evidence evidence
  agentid compare-live evidence               compare it with the mock

See what changed from one report to another:
  agentid conformance --compare reports-before reports-after

Exit code: 0 conforms, 1 does not (or became worse), 2 could not be judged.
With several clients, the worst of them counts.`

const alone = [
  'target',
  'client',
  'oneShot',
  'manifest',
  'apiManifest',
  'api',
  'audience',
  'scope',
  'role',
  'policy',
  'mcp',
  'passEnv',
  'tags',
  'report',
  'saveEvidence',
  'expectedFailures',
  'strict',
  'chaos',
  'jobs',
]

export function registerConformance({ program, surroundings, finish }: Registration): void {
  program
    .command('conformance')
    .description('judge an identity provider, clients or APIs against the specification')
    .usage('[options] [-- command...]')
    .argument('[command...]', 'command of a client and its arguments')
    .addOption(
      new Option('--target <target>', 'identity provider').choices(targets).default('in-process'),
    )
    .option('--client <command>', 'client to judge: a command or a JSON array', parseText)
    .option('--one-shot', 'start the client once for each token')
    .option('--manifest <file>', 'manifest of a client to judge (repeatable)', collect)
    .option('--api-manifest <file>', 'manifest of an API to judge (repeatable)', collect)
    .option('--api <url>', 'resource of an API to judge, which runs or is the command', parseText)
    .option('--audience <id>', 'application id of the API', parseText)
    .option('--scope <scope>', 'what users need to call the API', parseText)
    .option('--role <role>', 'what applications need to call the API', parseText)
    .option('--policy <file>', 'file that says whom the API lets in', parseText)
    .option('--mcp', 'the API is an MCP server')
    .option('--pass-env <name>', 'variable that the client inherits (repeatable)', collectName)
    .option('--tags <expression>', 'run only scenarios with matching tags', parseText)
    .option('--report <dir>', 'folder for the reports', parseText)
    .option('--save-evidence <dir>', 'folder for every exchange, redacted', parseText)
    .option(
      '--expected-failures <file>',
      "file of known failures (default: the manifest's)",
      parseText,
    )
    .option('--strict', 'fail on a broken SHOULD too')
    .option('--chaos <seed>', 'vary details that a client must not depend on', parseSeed)
    .option('--jobs <number>', 'scenarios to run in parallel, if the client can', parseJobs)
    .addOption(
      new Option('--compare <reports...>', 'show what changed between two report folders')
        .argParser(collect)
        .conflicts(alone),
    )
    .addHelpText('after', examples)
    .action(async (command: readonly string[], options: ConformanceOptions) => {
      const { runConformanceCommand } = await import('./run-conformance.ts')
      finish(await runConformanceCommand({ ...options, command }, surroundings))
    })
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, parseText(text)]
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed
  throw new InvalidArgumentError('Expected a whole number.')
}

function parseJobs(text: string): number {
  const jobs = Number(text)
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 16) return jobs
  throw new InvalidArgumentError('Expected a whole number from 1 to 16.')
}
