import { readFile } from 'node:fs/promises'
import {
  assertionFile,
  type Credential,
  certificate,
  clientSecret,
  managedIdentity,
} from '../../client/index.ts'
import { UsageError } from '../usage-error.ts'
import type { CredentialKind } from './token-options.ts'
import { type Environment, requireVariables, variable } from './variables.ts'

/** A credential, and where it comes from in words that hold no secret. */
export type NamedCredential = { readonly credential: Credential; readonly origin: string }

const imdsPath = '/metadata/identity/oauth2/token'

/** The content of a file that a variable names. */
export async function readFileOf(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new UsageError(`cannot read the file in ${name}${code}: ${path}`)
  }
}

async function readCertificate(env: Environment): Promise<NamedCredential> {
  const { AGENTID_BLUEPRINT_CERTIFICATE_FILE: file, AGENTID_BLUEPRINT_KEY_FILE: keyFile } =
    requireVariables(env, 'AGENTID_BLUEPRINT_CERTIFICATE_FILE', 'AGENTID_BLUEPRINT_KEY_FILE')
  const certificatePem = await readFileOf('AGENTID_BLUEPRINT_CERTIFICATE_FILE', file)
  const privateKeyPem = await readFileOf('AGENTID_BLUEPRINT_KEY_FILE', keyFile)
  return {
    credential: certificate({ certificatePem, privateKeyPem }),
    origin: `the certificate in ${file}`,
  }
}

/** App Service and its kin where IDENTITY_ENDPOINT is set; else the instance metadata service. */
function managedIdentityOf(env: Environment): NamedCredential {
  const endpoint = variable(env, 'IDENTITY_ENDPOINT')
  if (endpoint !== undefined) {
    const { IDENTITY_HEADER: header } = requireVariables(env, 'IDENTITY_HEADER')
    return {
      credential: managedIdentity({ source: 'appService', endpoint, header }),
      origin: 'the managed identity at IDENTITY_ENDPOINT',
    }
  }
  const host = variable(env, 'AZURE_POD_IDENTITY_AUTHORITY_HOST')
  if (host === undefined) {
    return {
      credential: managedIdentity({ source: 'imds' }),
      origin: 'the managed identity of this machine (IMDS at 169.254.169.254)',
    }
  }
  return {
    credential: managedIdentity({
      source: 'imds',
      endpoint: `${host.replace(/(?<!\/)\/+$/, '')}${imdsPath}`,
    }),
    origin: 'the managed identity at AZURE_POD_IDENTITY_AUTHORITY_HOST',
  }
}

const readers: Readonly<
  Record<CredentialKind, (env: Environment) => NamedCredential | Promise<NamedCredential>>
> = {
  secret: (env) => {
    const { AGENTID_BLUEPRINT_SECRET: secret } = requireVariables(env, 'AGENTID_BLUEPRINT_SECRET')
    return { credential: clientSecret(secret), origin: 'the secret in AGENTID_BLUEPRINT_SECRET' }
  },
  certificate: readCertificate,
  'assertion-file': (env) => {
    const { AGENTID_BLUEPRINT_ASSERTION_FILE: file } = requireVariables(
      env,
      'AGENTID_BLUEPRINT_ASSERTION_FILE',
    )
    return { credential: assertionFile(file), origin: `the assertion in ${file}` }
  },
  'managed-identity': managedIdentityOf,
}

/** The credential of the blueprint, from what its variables name. */
export async function readCredential(
  kind: CredentialKind,
  env: Environment,
): Promise<NamedCredential> {
  return readers[kind](env)
}
