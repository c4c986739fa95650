/**
 * Run as a process of its own: from `createMockIdp()` to the first token, with a key made before.
 * Arguments: the module of the build, and a JSON file with the key. JavaScript, because a loader for TypeScript
 * would be on the way of every import that is measured.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [module = '', keyFile = ''] = process.argv.slice(2)
const signingKeys = [JSON.parse(readFileSync(keyFile, 'utf8'))]

const beforeImport = performance.now()
const { createMockIdp } = await import(pathToFileURL(module).href)
const importMs = performance.now() - beforeImport

// Not a public name, and already loaded by the mock itself.
const inner = new URL('mock-idp/tenants/variables.js', pathToFileURL(module))
const { variablesOf } = await import(inner.href)

const beforeToken = performance.now()
const idp = await createMockIdp({ signingKeys })
const [tenant] = idp.tenants.all()
if (!tenant) throw new TypeError('a mock without a tenant')
const env = variablesOf(tenant, 'https://localhost')
const body = new URLSearchParams({
  client_id: env.AGENTID_BLUEPRINT_CLIENT_ID ?? '',
  client_secret: env.AGENTID_BLUEPRINT_SECRET ?? '',
  scope: 'api://AzureADTokenExchange/.default',
  grant_type: 'client_credentials',
  fmi_path: env.AGENTID_AGENT_ID ?? '',
})
const url = `https://localhost/${tenant.tenantId}/oauth2/v2.0/token`
const answer = await idp.fetch(new Request(url, { method: 'POST', body }))
if (answer.status !== 200) throw new Error(await answer.text())
await answer.text()

const milliseconds = { import: importMs, token: performance.now() - beforeToken }
process.stdout.write(`${JSON.stringify(milliseconds)}\n`)
