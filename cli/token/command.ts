import { Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { credentialKinds, flows, steps, type TokenOptions } from './token-options.ts'

const details = `
Variables (\`agentid serve\` prints the values for the mock):
  AGENTID_AUTHORITY_HOST       default https://login.microsoftonline.com
  AGENTID_CA_FILE              an additional certificate authority to trust
  AGENTID_TENANT_ID
  AGENTID_BLUEPRINT_CLIENT_ID
  AGENTID_AGENT_ID
  AGENTID_SCOPE                default https://graph.microsoft.com/.default
  AGENTID_EXCHANGE_AUDIENCE    default api://AzureADTokenExchange; other clouds
                               have api://AzureADTokenExchangeUSGov and
                               api://AzureADTokenExchangeChina
With --flow obo:
  AGENTID_USER_ASSERTION_FILE  a file with Tc: the access token of the person,
                               for the blueprint
  AGENTID_BLUEPRINT_IDENTIFIER_URI
                               the audience of a Tc of version 1.0; default
                               api:// and the client id of the blueprint
With --flow agent-user, one of:
  AGENTID_AGENT_USER_ID        the object id of the user of the agent identity
  AGENTID_AGENT_USER_NAME      its user principal name
Without --credential, the blueprint uses the first of these that is set:
  secret           AGENTID_BLUEPRINT_SECRET
  certificate      AGENTID_BLUEPRINT_CERTIFICATE_FILE,
                   AGENTID_BLUEPRINT_KEY_FILE
  assertion-file   AGENTID_BLUEPRINT_ASSERTION_FILE
  managed-identity IDENTITY_ENDPOINT, IDENTITY_HEADER (App Service). With
                   --credential managed-identity, also IMDS, at
                   AZURE_POD_IDENTITY_AUTHORITY_HOST if set

Progress goes to stderr. Stdout gets the token. With --decode, it gets the
claims of T1 and of the token, but no token. With --json, it gets one JSON
object.

Examples:
  agentid token                     run both steps and print the agent token
  agentid token --decode            explain every claim of T1 and the token
  agentid token --step t1 --json    run step 1 alone, for a program
  agentid token --credential managed-identity
  agentid token --flow agent-user   act as the user of the agent identity
  agentid token --flow obo --user-assertion tc.jwt
  agentid token --claims '{"access_token":{"acrs":{"value":"c1"}}}'
  curl -H "Authorization: Bearer $(agentid token)" https://api.example/orders

Exit code: 0 done, 1 refused or failed, 2 usage or configuration, 130 Ctrl-C.`

export function registerToken({ program, surroundings, finish }: Registration): void {
  program
    .command('token')
    .description('get a token for an agent identity with the reference client')
    .addOption(
      new Option('--step <step>', 'token to get: T1, or the agent token')
        .choices(steps)
        .default('agent'),
    )
    .addOption(
      new Option('--flow <flow>', 'who the agent acts for: itself, a person, or as its user')
        .choices(flows)
        .default('autonomous'),
    )
    .option(
      '--user <id>',
      'object id or UPN of the agent user (default: AGENTID_AGENT_USER_ID)',
      parseText,
    )
    .option(
      '--user-assertion <file>',
      'file with the token of the person (default: AGENTID_USER_ASSERTION_FILE)',
      parseText,
    )
    .option(
      '--agent <id>',
      'client id of the agent identity (default: AGENTID_AGENT_ID)',
      parseText,
    )
    .option('--scope <scope>', 'resource and /.default (default: AGENTID_SCOPE)', parseText)
    .option('--claims <json>', 'claims of a challenge: JSON, or its base64', parseText)
    .addOption(
      new Option('--credential <kind>', 'credential of the blueprint').choices(credentialKinds),
    )
    .option('--decode', 'explain each claim in one line', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', details)
    .action(async (options: TokenOptions) => {
      const { runToken } = await import('./run-token.ts')
      finish(await runToken(options, surroundings))
    })
}
