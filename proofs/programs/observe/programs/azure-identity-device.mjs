// Somebody signs in for this program with a code, as its documentation says. Started by `agentid observe`.
import { createRequire } from 'node:module'

const require = createRequire(
  new URL('../../../../adapters/azure-identity/package.json', import.meta.url),
)
const { DeviceCodeCredential } = require('@azure/identity')
const { AGENTID_AUTHORITY_HOST, AGENTID_TENANT_ID } = process.env
const kiosk = '60000000-c0de-4a11-8000-000000000005'

/** What the person would do at another screen. */
async function typeCode(userCode) {
  const answer = await fetch(
    `${AGENTID_AUTHORITY_HOST}/_mock/device-codes?tenant=${AGENTID_TENANT_ID}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userCode, user: 'bea@contoso.example' }),
    },
  )
  if (!answer.ok) throw new Error(await answer.text())
}

const credential = new DeviceCodeCredential({
  tenantId: AGENTID_TENANT_ID,
  clientId: kiosk,
  userPromptCallback: ({ userCode }) => typeCode(userCode),
})
const scope = 'https://graph.microsoft.com/User.Read'
const account = await credential.authenticate(scope)
const { token } = await credential.getToken(scope)
const { oid } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
console.log(`signed in ${account.username} with a token of ${oid}`)
