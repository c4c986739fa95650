// An ordinary program with @azure/identity and its default authority, which finds its application in AZURE_*.
// The package knows no fmi_path, so a policy of its pipeline adds the parameter.
import { createRequire } from 'node:module'

// The package is a dependency of its adapter only.
const load = createRequire(
  new URL('../../../adapters/azure-identity/package.json', import.meta.url),
)
const { ClientAssertionCredential, EnvironmentCredential } = load('@azure/identity')

const { AZURE_TENANT_ID, AGENTID_AGENT_ID } = process.env

const addingFmiPath = {
  name: 'fmiPath',
  sendRequest: (request, next) => {
    if (request.method === 'POST') request.body += `&fmi_path=${AGENTID_AGENT_ID}`
    return next(request)
  },
}
const additionalPolicies = [{ position: 'perCall', policy: addingFmiPath }]
const blueprint = new EnvironmentCredential({ additionalPolicies })
const t1 = async () => (await blueprint.getToken('api://AzureADTokenExchange/.default')).token
const agent = new ClientAssertionCredential(AZURE_TENANT_ID, AGENTID_AGENT_ID, t1)
const { expiresOnTimestamp } = await agent.getToken('https://graph.microsoft.com/.default')
process.stdout.write(`token until ${new Date(expiresOnTimestamp).toISOString()}\n`)
