// A program with a common mistake: it gets T1 for one agent identity and presents it for another.
// `agentid observe` sets these variables.
const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET } = process.env
const { AGENTID_AGENT_ID, AGENTID_SECOND_AGENT_ID } = process.env
const tokenEndpoint = `https://login.microsoftonline.com/${AZURE_TENANT_ID}/oauth2/v2.0/token`

const { access_token: t1 } = await requestToken({
  client_id: AZURE_CLIENT_ID,
  client_secret: AZURE_CLIENT_SECRET,
  scope: 'api://AzureADTokenExchange/.default',
  fmi_path: AGENTID_AGENT_ID,
})
await requestToken({
  client_id: AGENTID_SECOND_AGENT_ID,
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: t1,
  scope: 'https://graph.microsoft.com/.default',
})

async function requestToken(parameters) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...parameters })
  const response = await fetch(tokenEndpoint, { method: 'POST', body })
  return response.json()
}
