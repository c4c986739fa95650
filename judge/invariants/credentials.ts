import { ofEachTokenRequest } from './invariant.ts'

export const oneCredential = ofEachTokenRequest('SEND-ONE-CREDENTIAL', ({ credentials }) => {
  if (credentials.length === 1) return undefined
  return {
    message:
      credentials.length === 0
        ? 'the request carries no credential'
        : 'the request carries more than one credential',
    expected: 'exactly one of client_secret, client_assertion, HTTP Basic',
    actual: credentials.join(' and ') || 'none',
  }
})

const missingValues: readonly string[] = ['undefined', 'null', 'NaN', '[object Object]', '']

export const noMissingValues = ofEachTokenRequest(
  'SEND-MISSING-VALUE',
  ({ parameters }, { asked = [] }) => {
    // The client passes on the caller's input; another rule covers that.
    const isAsked = (text: string) => asked.some(({ agentIdentity }) => agentIdentity === text)
    const [name, value] =
      Object.entries(parameters).find(
        ([, text]) => missingValues.includes(text) && !isAsked(text),
      ) ?? []
    if (name === undefined) return undefined
    return {
      message: `the parameter ${name} contains a placeholder for a missing value`,
      expected: 'a value, or the parameter left out',
      actual: `${name}=${value}`,
    }
  },
)

export const noCredentialInUrl = ofEachTokenRequest('SEND-IN-BODY', ({ credentialsInUrl }) => {
  if (credentialsInUrl.length === 0) return undefined
  return {
    message: 'the URL contains a credential',
    expected: 'credentials only in the body',
    actual: `in the query: ${credentialsInUrl.join(', ')}`,
  }
})
