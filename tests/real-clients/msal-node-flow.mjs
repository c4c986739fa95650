// An ordinary program with @azure/msal-node: T1 for two agent identities, then a Graph token for each.
// Only the authority is told; the certificate authority comes from NODE_EXTRA_CA_CERTS.

import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfidentialClientApplication } from '@azure/msal-node'

const { env } = process
const authority = `${env.AGENTID_AUTHORITY_HOST}/${env.AGENTID_TENANT_ID}`
const knownAuthorities = [new URL(authority).host]
const agents = [env.AGENTID_AGENT_ID, env.AGENTID_SECOND_AGENT_ID]

const credentials = {
  secret: () => ({ clientSecret: env.AGENTID_BLUEPRINT_SECRET }),
  certificate: () => {
    const pem = readFileSync(env.AGENTID_BLUEPRINT_CERTIFICATE_FILE, 'utf8')
    const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '')
    const privateKey = readFileSync(env.AGENTID_BLUEPRINT_KEY_FILE, 'utf8')
    return { clientCertificate: { thumbprintSha256, privateKey } }
  },
  assertion: () => ({
    clientAssertion: async () => {
      const resource = encodeURIComponent('api://AzureADTokenExchange')
      const url = `${env.MANAGED_IDENTITY_HOST}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${resource}`
      const answer = await fetch(url, { headers: { Metadata: 'true' } })
      return (await answer.json()).access_token
    },
  }),
}

const blueprint = new ConfidentialClientApplication({
  auth: {
    clientId: env.AGENTID_BLUEPRINT_CLIENT_ID,
    authority,
    knownAuthorities,
    ...credentials[process.argv[2]](),
  },
})
const exchange = (fmiPath) =>
  blueprint.acquireTokenByClientCredential({
    scopes: ['api://AzureADTokenExchange/.default'],
    fmiPath,
  })

const results = []
for (const agent of agents) {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: agent,
      authority,
      knownAuthorities,
      clientAssertion: async () => (await exchange(agent)).accessToken,
    },
  })
  const token = await application.acquireTokenByClientCredential({ scopes: [env.AGENTID_SCOPE] })
  const again = await exchange(agent)
  results.push({
    agent,
    token: token.accessToken,
    t1: again.accessToken,
    t1FromCache: again.fromCache,
  })
}
process.stdout.write(JSON.stringify(results))
