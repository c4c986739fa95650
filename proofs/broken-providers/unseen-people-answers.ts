import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken } from '../broken-answers.ts'
import { movedTo } from '../broken-device-promises.ts'
import { authorizePath } from '../broken-people-promises.ts'
import type { BrokenProvider } from './broken-provider.ts'

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

const isRefusal = (location: string) => /[?&#]error=/.test(location)
const answered = (change: (location: string) => string) =>
  movedTo(authorizePath, (location) => (isRefusal(location) ? location : change(location)))
const refusedAt = (change: (location: string) => string) =>
  movedTo(authorizePath, (location) => (isRefusal(location) ? change(location) : location))

/** The state of an answer, otherwise. */
const stateAs = (change: (state: string) => string) => (location: string) =>
  location.replace(
    /([?&#]state=)([^&#]*)/,
    (_, name: string, value: string) =>
      name + encodeURIComponent(change(decodeURIComponent(value.replaceAll('+', ' ')))),
  )

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Writes into the page what a browser sends on. */
const formPosted = (change: (html: string) => string) =>
  broken(authorizePath, async (answer) => {
    if (answer.headers.has('location')) return answer
    const html = await answer.text()
    return new Response(html.includes('form-post-page') ? change(html) : html, answer)
  })

const asRedirect = broken(authorizePath, async (answer) => {
  if (answer.headers.has('location')) return answer
  const html = await answer.text()
  if (!html.includes('form-post-page')) return new Response(html, answer)
  const address = /action="([^"]*)"/.exec(html)?.[1] ?? ''
  const fields = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)]
  const query = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
  return new Response(null, { status: 302, headers: { location: `${address}?${query}` } })
})

/** What comes back to applications wrongly. */
export const unseenPeopleAnswers: readonly BrokenProvider[] = [
  fault('a state is decoded once too often', 'AUTHORIZE-ANSWER', answered(stateAs(decoded))),
  fault(
    'a state is cut after 255 characters',
    'AUTHORIZE-ANSWER',
    answered(stateAs((state) => state.slice(0, 255))),
  ),
  fault(
    'a state is made up where there was none',
    'AUTHORIZE-ANSWER',
    answered((location) =>
      /[?&#]state=/.test(location) ? location : location.replace('code=', 'state=&code='),
    ),
  ),
  fault(
    'a code comes in the fragment where nobody asked for it',
    'AUTHORIZE-ANSWER',
    answered((location) => location.replace('?code=', '#code=')),
  ),
  fault(
    'what is asked for in the fragment comes in the query',
    'AUTHORIZE-ANSWER',
    answered((location) => location.replace('#code=', '?code=')),
  ),
  fault('what is asked for by a form comes in the query', 'AUTHORIZE-ANSWER', asRedirect),
  fault(
    'the page that sends a form does not escape what it writes',
    'AUTHORIZE-ANSWER',
    formPosted((html) =>
      html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    ),
  ),
  fault(
    'the page that sends a form escapes what it writes twice',
    'AUTHORIZE-ANSWER',
    formPosted((html) => html.replaceAll('&amp;', '&amp;amp;').replaceAll('&quot;', '&amp;quot;')),
  ),
  fault(
    'no id_token comes with a code',
    'AUTHORIZE-ANSWER',
    answered((location) => location.replace(/&id_token=[^&#]*/, '')),
  ),
  fault(
    'an access token comes with a code',
    'AUTHORIZE-ANSWER',
    answered((location) => location.replace('code=', 'access_token=none&code=')),
  ),
  fault(
    'the session is not named beside a code',
    'AUTHORIZE-ANSWER',
    answered((location) => location.replace(/&session_state=[^&#]*/, '')),
  ),
  fault(
    'the state of a refusal is decoded once too often',
    'AUTHORIZE-ERROR-ANSWER',
    refusedAt(stateAs(decoded)),
  ),
  fault(
    'a refusal is not described',
    'AUTHORIZE-ERROR-ANSWER',
    refusedAt((location) => location.replace(/&error_description=[^&#]*/, '')),
  ),
  fault(
    'a refusal comes in the query, however it was to come',
    'AUTHORIZE-ERROR-ANSWER',
    refusedAt((location) => location.replace('#error=', '?error=')),
  ),
  fault('a refusal by a form comes in the query', 'AUTHORIZE-ERROR-ANSWER', asRedirect),
  fault(
    'an API that nobody knows is an invalid request',
    'AUTHORIZE-ERROR-ANSWER',
    refusedAt((location) => location.replace('=invalid_resource', '=invalid_request')),
  ),
  fault(
    'whoever declines is told of a failure of the server',
    'AUTHORIZE-ERROR-ANSWER',
    refusedAt((location) => location.replace(/=(consent_required|access_denied)/, '=server_error')),
  ),
]
