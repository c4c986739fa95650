import { Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { credentialKinds, steps, type TokenOptions } from './token-options.ts'

const details = `
Variables (\`agentid serve\` prints those of the mock):
  AGENTID_AUTHORITY_HOST       default https://login.microsoftonline.com
  AGENTID_CA_FILE              a certificate authority to trust besides
  AGENTID_TENANT_ID
  AGENTID_BLUEPRINT_CLIENT_ID
  AGENTID_AGENT_ID
  AGENTID_SCOPE                default https://graph.microsoft.com/.default
and for the blueprint's credential, of which the first that is set is taken:
  secret           AGENTID_BLUEPRINT_SECRET
  certificate      AGENTID_BLUEPRINT_CERTIFICATE_FILE,
                   AGENTID_BLUEPRINT_KEY_FILE
  assertion-file   AGENTID_BLUEPRINT_ASSERTION_FILE
  managed-identity IDENTITY_ENDPOINT, IDENTITY_HEADER (App Service); when asked
                   for also IMDS, at AZURE_POD_IDENTITY_AUTHORITY_HOST if set

Progress goes to stderr. Stdout gets the token, or with --decode the claims of
T1 and of the token (and no token), or with --json one JSON object.

Examples:
  agentid token                     both steps, prints the agent token
  agentid token --decode            every claim of T1 and the token, explained
  agentid token --step t1 --json    step 1 alone, for a program
  agentid token --credential managed-identity
  curl -H "Authorization: Bearer $(agentid token)" https://api.example/orders

Exit code: 0 done, 1 refused or failed, 2 usage or configuration, 130 Ctrl-C.`

export function registerToken({ program, surroundings, finish }: Registration): void {
  program
    .command('token')
    .description('get a token for an agent identity with the reference client')
    .addOption(
      new Option('--step <step>', 'stop after T1, or go on to the agent token')
        .choices(steps)
        .default('agent'),
    )
    .option(
      '--agent <id>',
      'client id of the agent identity, instead of AGENTID_AGENT_ID',
      parseText,
    )
    .option('--scope <scope>', 'the resource and /.default, instead of AGENTID_SCOPE', parseText)
    .addOption(
      new Option('--credential <kind>', 'how the blueprint proves itself').choices(credentialKinds),
    )
    .option('--decode', 'show the claims, each with one line of explanation', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', details)
    .action(async (options: TokenOptions) => {
      const { runToken } = await import('./run-token.ts')
      finish(await runToken(options, surroundings))
    })
}
