import type { DataTable } from '@cucumber/cucumber'
import { idOfNobody } from '../../engine/cast/fill.ts'
import { type ClientName, isAgentName } from '../../engine/cast/names.ts'
import { externalIssuer, externalSubject } from '../../engine/credentials/assertion-shapes.ts'
import { type Properties, withProperties } from '../../engine/requests/graph-bodies.ts'
import { type ObjectName, pathOf } from '../../engine/requests/graph-objects.ts'
import type { Caller } from '../support/graph-callers.ts'
import {
  addPassword,
  firstKeyId,
  keyCredential,
  proofOfPossession,
  removePassword,
} from '../support/graph-credentials.ts'
import { askGraph, defineAct, repeatedly } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

defineAct('adds', 'added', 'a client secret to {object}', (world: W, caller, object: ObjectName) =>
  addPassword(world, caller, object),
)
defineAct(
  'removes',
  'removed',
  'the first client secret of {object}',
  (world: W, caller, object: ObjectName) => removePassword(world, caller, object, 'first'),
)
defineAct(
  'removes',
  'removed',
  'the last client secret of {object}',
  (world: W, caller, object: ObjectName) => removePassword(world, caller, object, 'last'),
)
defineAct(
  'removes',
  'removed',
  'a client secret from {object} that it never had',
  (world: W, caller, object: ObjectName) => removePassword(world, caller, object, 'none'),
)

defineAct('gives', 'given', '{object} a certificate', (world: W, caller, object: ObjectName) =>
  replaceKeys(world, caller, object, ['its own']),
)
defineAct(
  'gives',
  'given',
  '{object} a key that is no certificate',
  (world: W, caller, object: ObjectName) => replaceKeys(world, caller, object, ['none']),
)
defineAct(
  'takes',
  'taken',
  'all certificates from {object}',
  (world: W, caller, object: ObjectName) => replaceKeys(world, caller, object, []),
)
defineAct(
  'adds',
  'added',
  'a second certificate to {object} with a proof by its own',
  (world: W, caller, object: ObjectName) => addKey(world, caller, object, 'its own'),
)
defineAct(
  'adds',
  'added',
  'a second certificate to {object} with a proof by the second',
  (world: W, caller, object: ObjectName) => addKey(world, caller, object, 'another'),
)
defineAct(
  'removes',
  'removed',
  'the first certificate of {object} with a proof by it',
  async (world: W, caller, object: ObjectName) =>
    removeKey(world, caller, object, await firstKeyId(world, object)),
)
defineAct(
  'removes',
  'removed',
  'a certificate of {object} that it never had',
  (world: W, caller, object: ObjectName) => removeKey(world, caller, object, idOfNobody),
)

async function removeKey(world: W, caller: Caller, object: ObjectName, keyId: string) {
  const proof = await proofOfPossession(world, object.name as ClientName, 'its own')
  const path = `${pathOf(object, world.directory)}/removeKey`
  return askGraph(world, caller, { method: 'POST', path, body: { keyId, proof } })
}

async function replaceKeys(
  world: W,
  caller: Caller,
  object: ObjectName,
  keys: readonly ('its own' | 'none')[],
) {
  const keyCredentials = await Promise.all(keys.map(keyCredential))
  const path = pathOf(object, world.directory)
  return askGraph(world, caller, { method: 'PATCH', path, body: { keyCredentials } })
}

async function addKey(world: W, caller: Caller, object: ObjectName, signer: 'its own' | 'another') {
  const client = object.name as ClientName
  return askGraph(world, caller, {
    method: 'POST',
    path: `${pathOf(object, world.directory)}/addKey`,
    body: {
      keyCredential: await keyCredential('another'),
      passwordCredential: null,
      proof: isAgentName(client) ? '' : await proofOfPossession(world, client, signer),
    },
  })
}

defineAct(
  'adds',
  'added',
  'the federated identity credential {string} to {object}',
  (world: W, caller, name: string, object: ObjectName) =>
    addFederation(world, caller, object, [['name', name]]),
)
defineAct(
  'adds',
  'added',
  'the federated identity credential {string} to {object} with:',
  (world: W, caller, name: string, object: ObjectName, table: DataTable) =>
    addFederation(world, caller, object, [['name', name], ...table.raw()]),
)
defineAct(
  'adds',
  'added',
  '{int} federated identity credentials to {object}',
  (world: W, caller, count: number, object: ObjectName) =>
    repeatedly(count, (at) => addFederation(world, caller, object, numbered(at))),
)
defineAct(
  'reads',
  'read',
  'the federated identity credential {string} of {object}',
  (world: W, caller, name: string, object: ObjectName) =>
    askGraph(world, caller, { method: 'GET', path: federationPath(world, object, name) }),
)
defineAct(
  'changes',
  'changed',
  'the federated identity credential {string} of {object}:',
  (world: W, caller, name: string, object: ObjectName, table: DataTable) =>
    askGraph(world, caller, {
      method: 'PATCH',
      path: federationPath(world, object, name),
      body: withProperties({}, table.raw(), world.directory),
    }),
)
defineAct(
  'removes',
  'removed',
  'the federated identity credential {string} of {object}',
  (world: W, caller, name: string, object: ObjectName) =>
    askGraph(world, caller, { method: 'DELETE', path: federationPath(world, object, name) }),
)

const numbered = (at: number): Properties => [
  ['name', `number-${at}`],
  ['subject', `{external subject}-${at}`],
]

function federationPath({ directory }: W, object: ObjectName, name = ''): string {
  return `${pathOf(object, directory)}/federatedIdentityCredentials/${name}`
}

function addFederation(world: W, caller: Caller, object: ObjectName, rows: Properties) {
  const body = {
    issuer: externalIssuer,
    subject: externalSubject,
    audiences: ['api://AzureADTokenExchange'],
  }
  const path = federationPath(world, object)
  const written = withProperties(body, rows, world.directory)
  return askGraph(world, caller, { method: 'POST', path, body: written })
}
