// An ordinary program with @azure/msal-node and its default authority. The argument names a mistake, if any.
import { ConfidentialClientApplication } from '@azure/msal-node'

const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET } = process.env
const { AGENTID_AGENT_ID, AGENTID_SECOND_AGENT_ID } = process.env
const [mistake = 'none'] = process.argv.slice(2)

const authority = `https://login.microsoftonline.com/${AZURE_TENANT_ID}`
const blueprint = new ConfidentialClientApplication({
  auth: { clientId: AZURE_CLIENT_ID, authority, clientSecret: AZURE_CLIENT_SECRET },
})
const t1For = async (fmiPath) => {
  const scopes = ['api://AzureADTokenExchange/.default']
  const answer = await blueprint.acquireTokenByClientCredential({
    scopes,
    ...(mistake !== 'no-fmi-path' && { fmiPath }),
  })
  return answer.accessToken
}
const keptT1 = new Map()
const cachedT1For = async (agent) => {
  // The mistake: one place for the T1 of every agent identity.
  const key = mistake === 'shared-t1' ? 'the blueprint' : agent
  if (!keptT1.has(key)) keptT1.set(key, await t1For(agent))
  return keptT1.get(key)
}

for (const agent of [AGENTID_AGENT_ID, AGENTID_SECOND_AGENT_ID].filter(Boolean)) {
  const application = new ConfidentialClientApplication({
    auth: { clientId: agent, authority, clientAssertion: () => cachedT1For(agent) },
  })
  const scopes = ['https://graph.microsoft.com/.default']
  const { expiresOn } = await application.acquireTokenByClientCredential({ scopes })
  process.stdout.write(`token until ${expiresOn.toISOString()}\n`)
}
