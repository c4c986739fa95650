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
Makes two blueprints (Concierge, Courier), their principals, three agent
identities (Booking, Billing, Parcel), a secret for each blueprint, a
certificate for Concierge and User.Read.All for Booking. Waits until every
agent identity has got a token, then writes the variables to FILE (mode 0600).

Beside FILE are a certificate, its key, and FILE.record.json, which says what
was made before it is made. Interrupt it whenever you like: the same command
goes on where it stopped, and a second run changes nothing.

Signs in with the first there is:
  AGENTID_GRAPH_TOKEN    a token for Microsoft Graph
  @azure/identity        DefaultAzureCredential, if that package is installed
  --device-code          a person, in a browser; before the others if given
Tokens that hold Directory.AccessAsUser.All (all of Azure CLI) are refused:
Agent ID takes no write from them.

Tenant guard: nothing is written unless the tenant is named by its id and by
one of its verified domains. Both come from the options, from the record of an
earlier run, or from AGENTID_TENANT_ID and AGENTID_TENANT_DOMAIN, and are
compared with the token and with GET /organization. A tenant that has more than
--max-users users or a paid licence (Microsoft 365 E3, E5, Business and their
kin), or where that cannot be read, looks like production: that one needs
--i-know-this-is-production with the tenant's display name.

Other variables: AGENTID_GRAPH_URL, AGENTID_AUTHORITY_HOST, AGENTID_CA_FILE,
AGENTID_SCOPE. \`agentid serve --json\` prints those of the mock, its tenant and
a token; the mock has the same guard, so give a domain that its
GET /v1.0/organization lists.

Examples:
  agentid provision --tenant ID --domain contoso.onmicrosoft.com --dry-run
  agentid provision --tenant ID --domain contoso.onmicrosoft.com
  agentid provision --device-code --client-id ID --tenant ID --domain NAME
  agentid provision --out live.env --sponsor USER-ID --tenant ID --domain NAME

Exit code: 0 done, 1 failed, 2 usage or tenant guard, 130 Ctrl-C.`

/** How to sign in and how to wait: the same for both commands. */
export const addDirectoryOptions = (command: Command): Command =>
  command
    .option('--device-code', 'sign a person in through a browser', false)
    .option('--client-id <id>', 'the application for --device-code', parseGuid)
    .option('--wait <seconds>', 'how long to wait for the directory', parseWait, 300)
    .option('--dry-run', 'print the calls, send reads only, write nothing', false)

export function registerProvision({ program, surroundings, finish }: Registration): void {
  const command = program
    .command('provision')
    .description('make the objects the scenarios need, through Microsoft Graph')
    .option('--out <file>', 'where the variables go', parseText, usualOut)
    .option('--tenant <id>', 'the tenant, by its id', parseGuid)
    .option('--domain <name>', 'a verified domain of it', parseDomain)
    .option('--name-prefix <text>', 'begins every name (default: "agentid-")', parseNamePrefix)
    .option('--sponsor <id>', 'a user; needed for an application (repeatable)', parseGuids)
    .option('--max-users <n>', 'with more, it looks like production', parseCount, 50)
    .option('--i-know-this-is-production <name>', "the tenant's display name", parseText)
  addDirectoryOptions(command)
    .addHelpText('after', details)
    .action(async (options: ProvisionOptions) => {
      const { runProvision } = await import('./run-provision.ts')
      finish(await runProvision(options, surroundings))
    })
}
