// An ordinary program with openid-client: discovery, T1, and the agent token by a client authentication of its own.
import * as client from 'openid-client'

const { env } = process
const server = new URL(`${env.AGENTID_AUTHORITY_HOST}/${env.AGENTID_TENANT_ID}/v2.0`)

const blueprint = await client.discovery(
  server,
  env.AGENTID_BLUEPRINT_CLIENT_ID,
  env.AGENTID_BLUEPRINT_SECRET,
)
const t1 = await client.clientCredentialsGrant(blueprint, {
  scope: 'api://AzureADTokenExchange/.default',
  fmi_path: env.AGENTID_AGENT_ID,
})

const presentT1 = (_server, _client, body) => {
  body.set('client_id', env.AGENTID_AGENT_ID)
  body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  body.set('client_assertion', t1.access_token)
}
const agent = await client.discovery(server, env.AGENTID_AGENT_ID, undefined, presentT1)
const token = await client.clientCredentialsGrant(agent, { scope: env.AGENTID_SCOPE })
process.stdout.write(JSON.stringify({ token: token.access_token, expiresIn: token.expires_in }))
