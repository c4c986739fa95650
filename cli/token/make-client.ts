import {
  type AgentIdentityClient,
  type ClientEvent,
  createAgentIdentityClient,
  fetchTrusting,
} from '../../client/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { chooseCredential } from './choose-credential.ts'
import { readCredential, readFileOf } from './read-credential.ts'
import type { TokenOptions } from './token-options.ts'
import type { TokenSettings } from './token-settings.ts'

/** Receives progress. */
export type Listener = {
  readonly onCredential: (origin: string) => void
  readonly onPassedOver: (taken: string, passedOver: readonly string[]) => void
  readonly onEvent: (event: ClientEvent) => void
}

/** The reference client, with the credential and the network that the variables name. */
export async function makeClient(
  settings: TokenSettings,
  asked: TokenOptions['credential'],
  { env, now, fetch, sleep }: Surroundings,
  listener: Listener,
): Promise<AgentIdentityClient> {
  const { kind, passedOver } = chooseCredential(asked, env)
  if (passedOver.length > 0) listener.onPassedOver(kind, passedOver)
  const { credential, origin } = await readCredential(kind, env)
  const { caFile, blueprintIdentifierUri: uri, ...known } = settings
  const client = createAgentIdentityClient({
    ...known,
    blueprintIdentifierUris: uri === undefined ? undefined : [uri],
    credential,
    fetch: fetch ?? (await fetchFor(caFile)),
    now,
    sleep,
    onEvent: listener.onEvent,
  })
  listener.onCredential(origin)
  return client
}

async function fetchFor(caFile: string | undefined) {
  if (caFile === undefined) return undefined
  return fetchTrusting(await readFileOf('AGENTID_CA_FILE', caFile))
}
