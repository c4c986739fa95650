import { rootCertificates } from 'node:tls'
import type { TokenCredential, TokenCredentialOptions } from '@azure/identity'
import { entraHosts } from '../../mock-idp/index.ts'
import { type SignIn, signInFailure } from '../../provision/index.ts'
import { UsageError } from '../usage-error.ts'
import type { SignInTarget } from './sign-in-target.ts'

export type Identity = Pick<
  typeof import('@azure/identity'),
  'DefaultAzureCredential' | 'DeviceCodeCredential'
>

/** The optional package, if it is installed. */
export async function loadIdentity(): Promise<Identity> {
  try {
    return await import('@azure/identity')
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing) throw error
    throw new UsageError(
      'cannot sign in. Set AGENTID_GRAPH_TOKEN, or run `npm install @azure/identity` beside agentid-conformance.',
    )
  }
}

type Options = TokenCredentialOptions & {
  readonly tenantId?: string
  readonly disableInstanceDiscovery?: boolean
}

/** A credential of @azure/identity, which keeps its token and renews it in time. */
export function azureSignIn(
  origin: string,
  scopes: readonly string[],
  { tenantId, authorityHost, certificateAuthority }: SignInTarget,
  make: (options: Options) => TokenCredential,
): SignIn {
  const isEntra = entraHosts.includes(new URL(authorityHost).host)
  const credential = make({
    authorityHost,
    ...(tenantId !== undefined && { tenantId }),
    // Microsoft's lists do not have other authorities.
    ...(!isEntra && { disableInstanceDiscovery: true }),
    ...(certificateAuthority !== undefined && {
      tlsOptions: { ca: [...rootCertificates, certificateAuthority] },
    }),
  })
  return {
    origin,
    accessToken: async (signal) => {
      try {
        const token = await credential.getToken([...scopes], { abortSignal: signal })
        if (token !== null) return token.token
      } catch (error) {
        signal.throwIfAborted()
        throw signInFailure(error, todo)
      }
      throw signInFailure('the credential returned no token', todo)
    },
  }
}

const todo =
  'Sign in with a credential that may provision, set AGENTID_GRAPH_TOKEN, or use --device-code.'
