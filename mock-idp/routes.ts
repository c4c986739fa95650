import { discoveryEndpoint, instanceEndpoint, keysEndpoint } from './discovery/index.ts'
import type { Endpoint } from './exchange/endpoint.ts'
import type { Surroundings } from './exchange/index.ts'
import type { SigningKey } from './keys/signing-key.ts'
import { appServiceEndpoint, imdsEndpoint } from './managed-identity/index.ts'
import { tokenEndpoint } from './token-endpoint/index.ts'

/** A URL, and what decides about the requests to it. What is a function is loaded when first asked for. */
export type Route = {
  readonly path: string
  /** Default: every method. */
  readonly methods?: readonly string[]
  readonly endpoint: Endpoint | (() => Promise<Endpoint>)
}

type Parts = Pick<Surroundings, 'sandboxOf'> & { readonly signingKeys: readonly SigningKey[] }

/** Pages read discovery too, and ask first whether they may. */
const methods = ['GET', 'OPTIONS']

/** Every URL that the mock answers as Microsoft would. */
export function routesOf({ signingKeys, sandboxOf }: Parts): readonly Route[] {
  const [documentV1, documentV2] = [discoveryEndpoint(1), discoveryEndpoint(2)]
  const [keysV1, keysV2] = [keysEndpoint(1, signingKeys), keysEndpoint(2, signingKeys)]
  // Most runs of the mock never ask Microsoft Graph.
  const graph = async () => (await import('./graph/index.ts')).graphEndpoint(sandboxOf)
  return [
    { path: '/:version{[vV]1\\.0|[bB][eE][tT][aA]}/*', endpoint: graph },
    { path: '/:tenant/oauth2/v2.0/token', endpoint: tokenEndpoint },
    { path: '/:tenant/v2.0/.well-known/openid-configuration', methods, endpoint: documentV2 },
    { path: '/:tenant/.well-known/openid-configuration', methods, endpoint: documentV1 },
    { path: '/:tenant/discovery/v2.0/keys', methods, endpoint: keysV2 },
    { path: '/:tenant/discovery/keys', methods, endpoint: keysV1 },
    { path: '/discovery/v2.0/keys', methods, endpoint: keysV2 },
    { path: '/discovery/keys', methods, endpoint: keysV1 },
    { path: '/common/discovery/instance', methods, endpoint: instanceEndpoint },
    { path: '/metadata/identity/oauth2/token', endpoint: imdsEndpoint },
    { path: '/:tenant/metadata/identity/oauth2/token', endpoint: imdsEndpoint },
    // With AZURE_POD_IDENTITY_AUTHORITY_HOST, a slash at the end is added (library: @azure/msal-node 7.2.1 Imds.ts).
    { path: '/metadata/identity/oauth2/token/', endpoint: imdsEndpoint },
    { path: '/:tenant/metadata/identity/oauth2/token/', endpoint: imdsEndpoint },
    { path: '/msi/token', endpoint: appServiceEndpoint },
  ]
}
