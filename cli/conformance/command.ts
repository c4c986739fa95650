import { InvalidArgumentError, Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { type ConformanceOptions, targets } from './conformance-options.ts'

const examples = `
Examples:
  agentid conformance                         judges the mock, in this process
  agentid conformance --target live           judges what the variables name
  agentid conformance --tags @rule:T1-AGENT   one rule only

A client, by its adapter (agentid-adapter/1), against the mock:
  agentid conformance --client "node adapter.mjs"
  agentid conformance --client '["node", "my adapter.mjs"]'
  agentid conformance -- node adapter.mjs     the same; no quotes needed
  agentid conformance --client ./ask.sh --one-shot
                                              runs once for each token
  agentid conformance --manifest agentid-adapter.yaml --report reports
  agentid conformance --manifest a.yaml --manifest b.yaml --report reports
                                              several clients in one report
  agentid conformance --manifest a.yaml --strict --chaos 7

What a tenant answers, with nothing in it that is the tenant's own:
  agentid conformance --target live --save-evidence evidence
  agentid compare-live evidence               how that differs from the mock

What changed from one report to another:
  agentid conformance --compare reports-before reports-after

Exit code: 0 conforms, 1 does not (or became worse), 2 could not be judged;
of several clients the worst.`

const alone = [
  'target',
  'client',
  'oneShot',
  'manifest',
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
    .description('judge an identity provider or clients against the specification')
    .usage('[options] [-- command...]')
    .argument('[command...]', 'command of a client, and its arguments')
    .addOption(
      new Option('--target <target>', 'identity provider').choices(targets).default('in-process'),
    )
    .option('--client <command>', 'judge this client: a command or a JSON array', parseText)
    .option('--one-shot', 'the command runs once for each token')
    .option('--manifest <file>', 'judge the client of a manifest; may be repeated', collect)
    .option('--tags <expression>', 'only scenarios with these tags', parseText)
    .option('--report <dir>', 'folder for the reports', parseText)
    .option('--save-evidence <dir>', 'folder for every exchange, redacted', parseText)
    .option('--expected-failures <file>', "known failures, instead of the manifest's", parseText)
    .option('--strict', 'a broken SHOULD fails too')
    .option('--chaos <seed>', 'vary what a client must not depend on', parseSeed)
    .option('--jobs <number>', 'scenarios of a client side by side, if it can', parseJobs)
    .addOption(
      new Option('--compare <reports...>', 'two report folders: what became better or worse')
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
  throw new InvalidArgumentError('A seed is a whole number.')
}

function parseJobs(text: string): number {
  const jobs = Number(text)
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 16) return jobs
  throw new InvalidArgumentError('It is a whole number from 1 to 16.')
}
