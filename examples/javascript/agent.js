// The program under test: it gets a token for an agent identity, in two steps.
const exchange = 'api://AzureADTokenExchange/.default'
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * @param {Readonly<Record<string, string>>} settings such as `process.env`
 * @param {{ t1?: string, agent?: string }} given a T1 from before, or another agent identity than that of the settings
 */
async function getAgentToken(settings, given = {}) {
  const { agent = settings.AGENTID_AGENT_ID } = given
  const t1 = given.t1 ?? (await getT1(settings, agent))
  return post(settings, {
    client_id: agent,
    client_assertion_type: jwtBearer,
    client_assertion: t1,
    grant_type: 'client_credentials',
    scope: settings.AGENTID_SCOPE,
  })
}

/** @param {Readonly<Record<string, string>>} settings */
async function getT1(settings, agent = settings.AGENTID_AGENT_ID) {
  return post(settings, {
    client_id: settings.AGENTID_BLUEPRINT_CLIENT_ID,
    client_secret: settings.AGENTID_BLUEPRINT_SECRET,
    grant_type: 'client_credentials',
    scope: exchange,
    fmi_path: agent,
  })
}

/** Waits as long as the answer to a busy service says, once. */
async function post(settings, form, retries = 1) {
  const url = `${settings.AGENTID_AUTHORITY_HOST}/${settings.AGENTID_TENANT_ID}/oauth2/v2.0/token`
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
  if (answer.status === 429 && retries > 0) {
    const seconds = Number(answer.headers.get('retry-after'))
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    return post(settings, form, retries - 1)
  }
  const { access_token, error, error_codes } = await answer.json()
  if (!answer.ok) throw new Error(`${error} (${error_codes})`)
  return access_token
}

module.exports = { getAgentToken, getT1 }
