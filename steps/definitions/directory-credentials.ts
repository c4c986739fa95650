import { type DataTable, Given, When } from '@cucumber/cucumber'
import { idOfNobody } from '../../engine/cast/fill.ts'
import { type ClientName, isAgentName } from '../../engine/cast/names.ts'
import { withProperties } from '../../engine/requests/graph-bodies.ts'
import { type ObjectName, pathOf } from '../../engine/requests/graph-objects.ts'
import type { Caller } from '../support/graph-callers.ts'
import {
  addPassword,
  firstKeyId,
  keyCredential,
  proofOfPossession,
  removePassword,
} from '../support/graph-credentials.ts'
import { act, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const addsSecret = (world: W, caller: Caller, object: ObjectName) =>
  addPassword(world, caller, object)
When('{caller} adds a client secret to {object}', act(addsSecret))
Given('{caller} has added a client secret to {object}', done(addsSecret))

When(
  '{caller} adds a client secret to {object} with:',
  act((world: W, caller, object: ObjectName, table: DataTable) =>
    addPassword(world, caller, object, withProperties({}, table.raw(), world.directory)),
  ),
)

const removesFirstSecret = (world: W, caller: Caller, object: ObjectName) =>
  removePassword(world, caller, object, 'first')
When('{caller} removes the first client secret of {object}', act(removesFirstSecret))
Given('{caller} has removed the first client secret of {object}', done(removesFirstSecret))

Given(
  '{caller} has removed the last client secret of {object}',
  done((world: W, caller, object: ObjectName) => removePassword(world, caller, object, 'last')),
)

When(
  '{caller} removes a client secret from {object} that it never had',
  act((world: W, caller, object: ObjectName) => removePassword(world, caller, object, 'none')),
)

const givesCertificate = (world: W, caller: Caller, object: ObjectName) =>
  replaceKeys(world, caller, object, ['its own'])
When('{caller} gives {object} a certificate', act(givesCertificate))
Given('{caller} has given {object} a certificate', done(givesCertificate))

When(
  '{caller} gives {object} a key that is not a certificate',
  act((world: W, caller, object: ObjectName) => replaceKeys(world, caller, object, ['none'])),
)

Given(
  '{caller} has removed all certificates from {object}',
  done((world: W, caller, object: ObjectName) => replaceKeys(world, caller, object, [])),
)

const addsSecondCertificate = (world: W, caller: Caller, object: ObjectName) =>
  addKey(world, caller, object, 'its own')
When(
  '{caller} adds a second certificate to {object} with a proof by the first',
  act(addsSecondCertificate),
)
Given(
  '{caller} has added a second certificate to {object} with a proof by the first',
  done(addsSecondCertificate),
)

When(
  '{caller} adds a second certificate to {object} with a proof by the second',
  act((world: W, caller, object: ObjectName) => addKey(world, caller, object, 'another')),
)

const removesFirstCertificate = async (world: W, caller: Caller, object: ObjectName) =>
  removeKey(world, caller, object, await firstKeyId(world, object))
When(
  '{caller} removes the first certificate of {object} with a proof by it',
  act(removesFirstCertificate),
)
Given(
  '{caller} has removed the first certificate of {object} with a proof by it',
  done(removesFirstCertificate),
)

When(
  '{caller} removes a certificate of {object} that it never had',
  act((world: W, caller, object: ObjectName) => removeKey(world, caller, object, idOfNobody)),
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
