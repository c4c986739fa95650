import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { createClientSession } from '../scenario/client-session.ts'
import { createSandboxControl } from '../scenario/sandbox-control.ts'
import type { Target } from '../targets/target.ts'
import { openSidePort } from '../traps/index.ts'

/** How clients say, in lower case, that they do not know the authority of a certificate: Node, OpenSSL, Python, curl, Go, Java, .NET. */
const unknownAuthority: readonly string[] = [
  'self-signed certificate',
  'self signed certificate',
  'unable to get local issuer certificate',
  'unable to get issuer certificate',
  'unable to verify the first certificate',
  'unable_to_get_issuer_cert',
  'unable_to_verify_leaf_signature',
  'certificate_verify_failed',
  'certificate verify failed',
  'ssl certificate problem',
  'x509: certificate signed by unknown',
  'pkix path building failed',
  'remote certificate is invalid',
  'remote certificate was rejected',
  'unknown ca',
]

/**
 * Why a client cannot be judged: it trusts no certificate authority but the public ones, so that no request arrives.
 * Such a client does as it should. Undefined: it can be judged.
 */
export async function findDistrust(
  client: ClientUnderTest,
  target: Target,
): Promise<string | undefined> {
  const { credentials, redirect, schemes } = client.capabilities
  const { caFile } = target
  if (caFile === undefined || !credentials.includes('secret')) return undefined
  const takesOrigin = redirect[0] !== 'impersonate' && schemes.includes('https')
  const side = await openSidePort(target.authorityHost, true)
  const met = takesOrigin ? { ...target, authorityHost: side.origin } : target
  try {
    const trial = await tryOnce(client, met)
    if (trial === undefined || trial.requests > 0) return undefined
    const said = trial.said.toLowerCase()
    const isSaid = unknownAuthority.some((words) => said.includes(words))
    return isSaid || side.handshakes() > 0 ? adviceFor(client.name, caFile) : undefined
  } finally {
    await side.close()
  }
}

/** One call. Undefined: it ended with a token, or another way of judging has to say what is wrong. */
async function tryOnce(client: ClientUnderTest, target: Target) {
  const directory = target.openDirectory()
  const control = createSandboxControl(target, directory)
  const session = createClientSession({ client, target, directory, control })
  try {
    const scope = `${directory.address('Microsoft Graph')}/.default`
    await session.acquire({ scope, agentIdentity: directory.clientId('Booking') })
    if (session.tokens().length > 0) return undefined
    const received = [
      ...(await control.allRequests()),
      ...(await control.requestsOfClient(directory.clientId('Concierge'))),
    ]
    return { requests: received.length, said: await session.said() }
  } catch {
    return undefined
  } finally {
    await session.close()
    await directory.close()
  }
}

function adviceFor(name: string, caFile: string): string {
  return [
    `${name} does not trust the certificate authority of the mock, so that none of its requests arrived.`,
    `Make it trust ${caFile}, which configure names as caFile. Programs that read no such setting take the file from`,
    'NODE_EXTRA_CA_CERTS (Node), REQUESTS_CA_BUNDLE (Python), SSL_CERT_FILE (Go, OpenSSL, .NET on Linux) or',
    'CURL_CA_BUNDLE (curl) when they start; Java needs a trust store. Do not turn verification off.',
  ].join(' ')
}
