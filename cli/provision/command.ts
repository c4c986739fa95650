import type { Command } from 'commander'
import {
  parseCount,
  parseDomain,
  parseGuid,
  parseGuids,
  parseNamePrefix,
  parseWait,
} from '../arguments/parse-directory.ts'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { type ProvisionOptions, usualOut } from './provision-options.ts'

const details = `
Creates two blueprints (Concierge, Courier), their principals, three agent
identities (Booking, Billing, Parcel), a secret for each blueprint, a
certificate for Concierge and User.Read.All for Booking. Waits until every
agent identity can get a token, then writes the variables to FILE (mode 0600).

Two options prepare what scenarios about people need:
  --agent-user   an agent user of Booking, with the permissions User.Read,
                 openid, profile and offline_access for it alone; FILE then has
                 AGENTID_AGENT_USER_ID and AGENTID_AGENT_USER_NAME
  --delegated    the scope access_agent of Concierge, and the same permissions
                 of Booking for every user. A person then gets a token for that
                 scope, and you name its file in AGENTID_USER_ASSERTION_FILE
A run that continues keeps the agent user of its record.

Beside FILE it writes a certificate, its key, and FILE.record.json, which lists
each object before it is created. You can interrupt the command at any time: run
it again to continue where it stopped. Once it is done, another run changes
nothing.

It signs in with the first of these that is available:
  AGENTID_GRAPH_TOKEN    a token for Microsoft Graph
  @azure/identity        DefaultAzureCredential, if that package is installed
  --device-code          a person, in a browser; comes first if given
It refuses tokens with Directory.AccessAsUser.All (every token of Azure CLI),
because Agent ID accepts no writes from them.

Tenant guard: the command writes nothing unless you name the tenant by its id
and by one of its verified domains. Both come from the options, from the record
of an earlier run, or from AGENTID_TENANT_ID and AGENTID_TENANT_DOMAIN. The
command compares them with the token and with GET /organization. A tenant looks
like production if it has more than --max-users users or a paid licence
(Microsoft 365 E3, E5, Business and similar), or if the command cannot read
either. To use such a tenant, pass its display name with
--i-know-this-is-production.

Other variables: AGENTID_GRAPH_URL, AGENTID_AUTHORITY_HOST, AGENTID_CA_FILE,
AGENTID_SCOPE. \`agentid serve --json\` prints them for the mock, with its tenant
and a token. The mock has the same guard, so pass a domain that its
GET /v1.0/organization lists.

Examples:
  agentid provision --tenant ID --domain contoso.onmicrosoft.com --dry-run
  agentid provision --tenant ID --domain contoso.onmicrosoft.com
  agentid provision --agent-user --delegated --tenant ID --domain NAME
  agentid provision --device-code --client-id ID --tenant ID --domain NAME
  agentid provision --out live.env --sponsor USER-ID --tenant ID --domain NAME

Exit code: 0 done, 1 failed, 2 usage or tenant guard, 130 Ctrl-C.`

/** How to sign in and how to wait: the same for both commands. */
export const addDirectoryOptions = (command: Command): Command =>
  command
    .option('--device-code', 'sign in as a person, in a browser', false)
    .option('--client-id <id>', 'client id of the application for --device-code', parseGuid)
    .option('--wait <seconds>', 'longest wait for the directory', parseWait, 300)
    .option('--dry-run', 'print the calls, send only reads, write nothing', false)

export function registerProvision({ program, surroundings, finish }: Registration): void {
  const command = program
    .command('provision')
    .description('create the objects that the scenarios need, through Microsoft Graph')
    .option('--out <file>', 'file for the variables', parseText, usualOut)
    .option('--tenant <id>', 'id of the tenant', parseGuid)
    .option('--domain <name>', 'verified domain of the tenant', parseDomain)
    .option('--name-prefix <text>', 'prefix of every name (default: "agentid-")', parseNamePrefix)
    .option('--agent-user', 'also create an agent user of Booking, which may do User.Read', false)
    .option('--delegated', 'also let agents of Concierge act on behalf of people', false)
    .option('--sponsor <id>', 'user id; an application needs one (repeatable)', parseGuids)
    .option(
      '--max-users <n>',
      'number of users above which it looks like production',
      parseCount,
      50,
    )
    .option('--i-know-this-is-production <name>', 'display name of the tenant', parseText)
  addDirectoryOptions(command)
    .addHelpText('after', details)
    .action(async (options: ProvisionOptions) => {
      const { runProvision } = await import('./run-provision.ts')
      finish(await runProvision(options, surroundings))
    })
}
