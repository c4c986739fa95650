import type { KeyPair } from '../../engine/cast/directory.ts'
import { idOfNobody } from '../../engine/cast/fill.ts'
import type { ClientName } from '../../engine/cast/names.ts'
import { harnessKeyPair, strangersKeyPair } from '../../engine/credentials/key-pairs.ts'
import { signShape } from '../../engine/credentials/shape.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import { type ObjectName, pathOf } from '../../engine/requests/graph-objects.ts'
import { administrator, type Caller } from './graph-callers.ts'
import { askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

type Credential = { readonly keyId: string }

export async function addPassword(
  world: AgentIdWorld,
  caller: Caller,
  object: ObjectName,
  chosen: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const { directory } = world
  const answer = await askGraph(world, caller, {
    method: 'POST',
    path: `${pathOf(object, directory)}/addPassword`,
    body: { passwordCredential: { displayName: 'Added', ...chosen } },
  })
  const secret = answer.body?.secretText
  if (object.name && typeof secret === 'string') directory.made(object.name, { secret })
  return answer
}

/** The first or the last of the client secrets that the directory shows, or one that is not there. */
export async function removePassword(
  world: AgentIdWorld,
  caller: Caller,
  object: ObjectName,
  which: 'first' | 'last' | 'none',
): Promise<Answer> {
  const at = which === 'first' ? 0 : -1
  const kept = which === 'none' ? [] : await credentials(world, object, 'passwordCredentials')
  return askGraph(world, caller, {
    method: 'POST',
    path: `${pathOf(object, world.directory)}/removePassword`,
    body: { keyId: kept.at(at)?.keyId ?? idOfNobody },
  })
}

/** The key credential that a certificate is, as tools write it. */
export async function keyCredential(key: 'its own' | 'another' | 'none') {
  const pair = await (key === 'another' ? strangersKeyPair() : harnessKeyPair(''))
  const der = pair.certificatePem.replace(/-----[^-]+-----|\s/g, '')
  return {
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    displayName: 'Certificate',
    key: key === 'none' ? Buffer.from('no certificate').toString('base64') : der,
  }
}

/** A proof of possession, as addKey and removeKey want it: a JWT that the application signs for itself. */
export async function proofOfPossession(
  { directory, control }: AgentIdWorld,
  client: ClientName,
  signer: 'its own' | 'another',
): Promise<string> {
  const signedWith: KeyPair = await (signer === 'another'
    ? strangersKeyPair()
    : harnessKeyPair(client))
  const nowSeconds = control.nowSeconds()
  return signShape({
    header: { typ: 'JWT', alg: 'RS256' },
    claims: {
      aud: '00000002-0000-0000-c000-000000000000',
      iss: directory.applicationId(client),
      nbf: nowSeconds,
      exp: nowSeconds + 600,
    },
    signedWith,
  })
}

/** The key that the application shows first. */
export async function firstKeyId(world: AgentIdWorld, object: ObjectName): Promise<string> {
  const [key] = await credentials(world, object, 'keyCredentials')
  return key?.keyId ?? idOfNobody
}

async function credentials(
  world: AgentIdWorld,
  object: ObjectName,
  kind: 'passwordCredentials' | 'keyCredentials',
): Promise<readonly Credential[]> {
  const { body } = await askGraph(world, administrator, {
    method: 'GET',
    path: pathOf(object, world.directory),
  })
  return (body?.[kind] ?? []) as readonly Credential[]
}
