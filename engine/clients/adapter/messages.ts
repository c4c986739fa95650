import { printable } from '../../../wire/printable.ts'
import type { Capabilities } from '../capabilities.ts'
import {
  type Acquisition,
  AdapterFailure,
  type ClientError,
  type ClientSetup,
  type Cloud,
  type Outcome,
} from '../client-under-test.ts'
import type { Message } from './channel.ts'
import type { AdapterCredential, AdapterError, AdapterReply } from './protocol.ts'

/** The default authority host of each cloud. */
const entraOrigins: Readonly<Record<Cloud, string>> = {
  public: 'https://login.microsoftonline.com',
  usGovernment: 'https://login.microsoftonline.us',
  china: 'https://login.partner.microsoftonline.cn',
}

type Way = {
  readonly capabilities: Capabilities
  /** Whether requests of the process to Entra's own hosts are redirected to the identity provider. */
  readonly isRedirected: boolean
}

/** @throws {AdapterFailure} if the client cannot reach the identity provider of the setup */
export function configureMessage(
  setup: ClientSetup,
  credential: AdapterCredential,
  way: Way,
): Message<'configure'> {
  const authorityHost = authorityFor(setup, way)
  return {
    authorityHost,
    tenantId: setup.tenantId,
    caFile: authorityHost.startsWith('http:') ? '' : (setup.caFile ?? ''),
    cloud: setup.cloud,
    logLevel: 'trace',
    blueprint: { clientId: setup.blueprintClientId, credential },
  }
}

/** The first redirect that the client declares, over https if it accepts an https authority. */
function authorityFor(
  { authorityHost, httpUrl, cloud }: ClientSetup,
  { capabilities: { redirect, schemes }, isRedirected }: Way,
): string {
  if (redirect[0] === 'impersonate') {
    if (isRedirected) return entraOrigins[cloud]
    throw new AdapterFailure(
      'The client declares only the redirect "impersonate", but this run does not impersonate Microsoft Entra, so the client would send its requests to the real one. Start the client as a program, or declare another redirect',
    )
  }
  const isHttpEnough = redirect[0] === 'metadata' && schemes.includes('http')
  if (httpUrl !== undefined && isHttpEnough) return httpUrl
  if (schemes.includes('https')) return authorityHost
  if (httpUrl !== undefined) return httpUrl
  throw new AdapterFailure(
    'The client accepts only http authorities (capabilities.schemes), but the target does not listen on http. Add "https" to capabilities.schemes if the client supports it',
  )
}

export function acquireMessage(wanted: Acquisition): Message<'acquire'> {
  const { flow = 'autonomous', agentIdentity, scope, tenantId, forceRefresh } = wanted
  const { user, userAssertion, claims } = wanted
  return {
    flow,
    ...(agentIdentity !== undefined && { agentIdentity }),
    scopes: scope.split(' '),
    ...(tenantId !== undefined && { tenantId }),
    ...(forceRefresh !== undefined && { forceRefresh }),
    ...(user !== undefined && { user }),
    ...(userAssertion !== undefined && { userAssertion }),
    ...(claims !== undefined && { claims }),
  }
}

export function outcomeOf(reply: AdapterReply<'acquire'>): Outcome {
  if (!reply.ok) return { error: errorOf(reply.error) }
  const { accessToken: token, expiresOn } = reply.token
  return { token, ...(expiresOn !== undefined && { expiresOn }) }
}

/** An error of a client, printable: its message is part of many another. */
export function errorOf(error: AdapterError): ClientError {
  const { kind, message, status, code, aadsts, correlationId, suberror, claims } = error
  const shown = (text: string | undefined) =>
    text === undefined ? undefined : printable(text.replaceAll(/\s+/g, ' ').trim())
  return {
    kind,
    message: shown(message) ?? '',
    status,
    code: shown(code),
    aadsts,
    correlationId: shown(correlationId),
    ...(suberror !== undefined && { suberror: shown(suberror) }),
    ...(claims !== undefined && { claims: shown(claims) }),
  }
}
