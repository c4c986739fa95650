// An ordinary provisioning program: @microsoft/microsoft-graph-client with a credential of @azure/identity.
// It is told where the authority and Microsoft Graph are; everything else is as their own documentation shows it.
// Certificates are trusted by NODE_EXTRA_CA_CERTS.

import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity'
import { Client } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'

const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, GRAPH_URL, SPONSOR_ID, AUTHORITY } =
  process.env
const scopes = ['https://graph.microsoft.com/.default']
const options = { authorityHost: AUTHORITY, disableInstanceDiscovery: true }

const credential = new ClientSecretCredential(
  AZURE_TENANT_ID,
  AZURE_CLIENT_ID,
  AZURE_CLIENT_SECRET,
  options,
)
const graph = Client.initWithMiddleware({
  authProvider: new TokenCredentialAuthenticationProvider(credential, { scopes }),
  ...(GRAPH_URL && {
    baseUrl: `${GRAPH_URL}/`,
    customHosts: new Set([new URL(GRAPH_URL).hostname]),
  }),
})
const sponsors = [`https://graph.microsoft.com/v1.0/users/${SPONSOR_ID}`]

const blueprint = await graph
  .api('/applications/microsoft.graph.agentIdentityBlueprint')
  .post({ displayName: 'Graph client blueprint', 'sponsors@odata.bind': sponsors })
const principal = await graph
  .api('/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal')
  .post({ appId: blueprint.appId })
const { secretText } = await graph
  .api(`/applications/${blueprint.id}/microsoft.graph.agentIdentityBlueprint/addPassword`)
  .post({ passwordCredential: { displayName: 'made by the Graph client' } })
const agent = await graph.api('/servicePrincipals/microsoft.graph.agentIdentity').post({
  displayName: 'Graph client agent',
  agentIdentityBlueprintId: blueprint.appId,
  'sponsors@odata.bind': sponsors,
})

// @azure/identity knows no fmi_path, so a policy of its pipeline adds it.
const addingFmiPath = {
  position: 'perCall',
  policy: {
    name: 'fmiPath',
    sendRequest: (request, next) => {
      if (request.method === 'POST') request.body += `&fmi_path=${agent.id}`
      return next(request)
    },
  },
}
const ofBlueprint = new ClientSecretCredential(AZURE_TENANT_ID, blueprint.appId, secretText, {
  ...options,
  additionalPolicies: [addingFmiPath],
})
const ofAgent = new ClientAssertionCredential(
  AZURE_TENANT_ID,
  agent.appId,
  async () => (await ofBlueprint.getToken('api://AzureADTokenExchange/.default')).token,
  options,
)
const agentToken = await ofAgent.getToken(scopes)

const filter = `agentIdentityBlueprintId eq '${blueprint.appId}'`
const { value: listed } = await graph
  .api('/servicePrincipals/microsoft.graph.agentIdentity')
  .filter(filter)
  .select(['id', 'displayName'])
  .get()

const gone = []
for (const path of [
  `/servicePrincipals/${agent.id}`,
  `/servicePrincipals/${principal.id}`,
  `/applications/${blueprint.id}`,
]) {
  await graph.api(path).delete()
  gone.push(path.split('/')[1])
}
const missing = await graph
  .api(`/applications/${blueprint.id}`)
  .get()
  .catch(({ statusCode, code }) => ({ statusCode, code }))

process.stdout.write(
  JSON.stringify({ agent: agent.id, token: agentToken.token, listed, gone, missing }),
)
