import { ofEachTokenRequest } from './invariant.ts'

export const oneCredential = ofEachTokenRequest('SEND-ONE-CREDENTIAL', ({ credentials }) => {
  if (credentials.length === 1) return undefined
  return {
    message:
      credentials.length === 0
        ? 'the request presents no credential'
        : 'the request presents more than one credential',
    expected: 'exactly one of client_secret, client_assertion, HTTP Basic',
    actual: credentials.join(' and ') || 'none',
  }
})

const missingValues: readonly string[] = ['undefined', 'null', 'NaN', '[object Object]', '']

export const noMissingValues = ofEachTokenRequest(
  'SEND-MISSING-VALUE',
  ({ parameters }, { asked = [] }) => {
    // What the caller asked for is passed on, and another rule's business.
    const isAsked = (text: string) => asked.some(({ agentIdentity }) => agentIdentity === text)
    const [name, value] =
      Object.entries(parameters).find(
        ([, text]) => missingValues.includes(text) && !isAsked(text),
      ) ?? []
    if (name === undefined) return undefined
    return {
      message: `the parameter ${name} holds the name of a missing value`,
      expected: 'a value, or no such parameter',
      actual: `${name}=${value}`,
    }
  },
)

export const noCredentialInUrl = ofEachTokenRequest('SEND-IN-BODY', ({ credentialsInUrl }) => {
  if (credentialsInUrl.length === 0) return undefined
  return {
    message: 'a credential is part of the URL',
    expected: 'credentials in the body only',
    actual: `in the query: ${credentialsInUrl.join(', ')}`,
  }
})
