import { type DataTable, Given, When } from '@cucumber/cucumber'
import type { ObjectName } from '../../engine/requests/graph-objects.ts'
import type { Caller } from '../support/graph-callers.ts'
import {
  addFederation,
  changeFederation,
  federationPath,
  upsertFederation,
} from '../support/graph-federation.ts'
import { act, askGraph, done, repeatedly } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const addsNamed = (world: W, caller: Caller, name: string, object: ObjectName) =>
  addFederation(world, caller, object, [['name', name]])
When('{caller} adds the federated identity credential {string} to {object}', act(addsNamed))
Given('{caller} has added the federated identity credential {string} to {object}', done(addsNamed))

const addsDescribed = (
  world: W,
  caller: Caller,
  name: string,
  object: ObjectName,
  table: DataTable,
) => addFederation(world, caller, object, [['name', name], ...table.raw()])
When(
  '{caller} adds the federated identity credential {string} to {object} with:',
  act(addsDescribed),
)
Given(
  '{caller} has added the federated identity credential {string} to {object} with:',
  done(addsDescribed),
)

const addsInBeta = (world: W, caller: Caller, name: string, object: ObjectName, table: DataTable) =>
  addFederation(world, caller, object, [['name', name], ...table.raw()], '/beta')
When(
  '{caller} adds the federated identity credential {string} to {object} in the beta version with:',
  act(addsInBeta),
)
Given(
  '{caller} has added the federated identity credential {string} to {object} in the beta version with:',
  done(addsInBeta),
)

Given(
  '{caller} has added {int} federated identity credentials to {object}',
  done((world: W, caller, count: number, object: ObjectName) =>
    repeatedly(count, (at) =>
      addFederation(world, caller, object, [
        ['name', `number-${at}`],
        ['subject', `{external subject}-${at}`],
      ]),
    ),
  ),
)

When(
  '{caller} reads the federated identity credential {string} of {object}',
  act((world: W, caller, name: string, object: ObjectName) =>
    askGraph(world, caller, { method: 'GET', path: federationPath(world, object, name) }),
  ),
)

When(
  '{caller} reads the federated identity credential {string} of {object} in the beta version',
  act((world: W, caller, name: string, object: ObjectName) =>
    askGraph(world, caller, { method: 'GET', path: federationPath(world, object, name, '/beta') }),
  ),
)

const changes = (world: W, caller: Caller, name: string, object: ObjectName, table: DataTable) =>
  changeFederation(world, caller, object, name, table.raw())
When('{caller} changes the federated identity credential {string} of {object}:', act(changes))
Given('{caller} has changed the federated identity credential {string} of {object}:', done(changes))

const upserts = (world: W, caller: Caller, name: string, object: ObjectName, table: DataTable) =>
  upsertFederation(world, caller, object, name, table.raw())
When(
  '{caller} creates or changes the federated identity credential {string} of {object}:',
  act(upserts),
)
Given(
  '{caller} has created or changed the federated identity credential {string} of {object}:',
  done(upserts),
)

const removes = (world: W, caller: Caller, name: string, object: ObjectName) =>
  askGraph(world, caller, { method: 'DELETE', path: federationPath(world, object, name) })
Given('{caller} has removed the federated identity credential {string} of {object}', done(removes))
