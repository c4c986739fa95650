import { html } from 'hono/html'
import type { Parties } from '../mock/names.ts'
import type { Html } from '../page/html.ts'

/** What each parameter is for: RFC 6749, 7521, 7523, and Microsoft's own names. */
const meanings: Readonly<Record<string, string>> = {
  client_id: 'who asks',
  client_secret: 'proves the client',
  client_assertion: 'proves the client: a certificate assertion, or T1',
  client_assertion_type: 'the kind of client_assertion',
  scope: 'for which resource',
  resource: 'for which resource',
  grant_type: 'the kind of request',
  fmi_path: 'the agent identity that T1 is for',
  assertion: 'the token of the person (Tc)',
  requested_token_use: 'on_behalf_of: acts for the person in assertion',
  user_federated_identity_credential: 'T2, which stands for the agent user',
  user_id: 'the agent user, by id',
  username: 'the agent user, by name',
  refresh_token: 'renews a token',
  code: 'of the sign-in',
  code_verifier: 'proves who began the sign-in',
  redirect_uri: 'where the sign-in returns to',
  device_code: 'of the device',
  client_info: '1: asks for the ids of the user',
  claims: 'asks for claims',
}

/** Each parameter that was sent, in its order, with what it is for and whose id it is. */
export function parameterList(
  parameters: Readonly<Record<string, string>>,
  repeated: readonly string[],
  parties: Parties,
): Html {
  const all = Object.entries(parameters)
  if (all.length === 0) return html`<p class="hint">None.</p>`
  return html`<dl class="members">${all.map(
    ([name, value]) =>
      html`<div><dt>${name}</dt><dd>${shown(value, parties)}${repeated.includes(name) ? html` <b class="caution">sent more than once</b>` : ''}<p class="aside">${Object.hasOwn(meanings, name) ? meanings[name] : ''}</p></dd></div>`,
  )}</dl>`
}

/** A value: masked, empty, or with the name of its owner. */
export function shown(value: string, parties: Parties): Html {
  if (value === '***') return html`<i class="masked">masked</i>`
  if (value === '') return html`<i class="masked">empty</i>`
  const party = parties.get(value)
  return html`<code>${value}</code>${party ? html` <b class="name">${party.name}</b>` : ''}`
}
