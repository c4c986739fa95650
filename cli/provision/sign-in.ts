import { allPermissions, fixedToken, type SignIn } from '../../provision/index.ts'
import { printable } from '../../wire/printable.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeLines } from '../terminal/output.ts'
import { variable } from '../token/variables.ts'
import { UsageError } from '../usage-error.ts'
import { azureSignIn, loadIdentity } from './azure-sign-in.ts'
import type { DirectoryOptions } from './provision-options.ts'
import type { SignInTarget } from './sign-in-target.ts'

/**
 * Signs in with what is available: a device code if requested, else the token in
 * AGENTID_GRAPH_TOKEN, else whatever DefaultAzureCredential finds.
 */
export async function chooseSignIn(
  { deviceCode, clientId }: Pick<DirectoryOptions, 'deviceCode' | 'clientId'>,
  target: SignInTarget,
  { env, stderr, now }: Surroundings,
  load = loadIdentity,
): Promise<SignIn> {
  const token = variable(env, 'AGENTID_GRAPH_TOKEN')
  if (!deviceCode) {
    if (clientId !== undefined) throw new UsageError('--client-id works only with --device-code')
    if (token !== undefined) return fixedToken(token, 'the token in AGENTID_GRAPH_TOKEN', now)
    const identity = await load()
    const origin = 'DefaultAzureCredential of @azure/identity'
    const scopes = [`${target.graphResource}/.default`]
    const make = identity.DefaultAzureCredential
    return azureSignIn(origin, scopes, target, (options) => new make(options))
  }
  if (clientId === undefined) throw new UsageError(withoutClientId)
  const identity = await load()
  const origin = `a device code for application ${clientId}`
  const scopes = allPermissions.map((permission) => `${target.graphResource}/${permission}`)
  const userPromptCallback = ({ message }: { readonly message: string }) =>
    writeLines(stderr, [printable(message)])
  return azureSignIn(
    origin,
    scopes,
    target,
    (options) => new identity.DeviceCodeCredential({ ...options, clientId, userPromptCallback }),
  )
}

const withoutClientId = `--device-code needs --client-id: an application of your own that allows public client flows.
Microsoft's own applications hold Directory.AccessAsUser.All, and Agent ID refuses every write with it.
agentid requests these delegated permissions: ${allPermissions.join(', ')}`
