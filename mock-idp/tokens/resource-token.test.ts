import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { mintingFor, targetOf } from '../testing/mock-world.ts'
import { resourceTokenClaims } from './resource-token.ts'

const actor = { isAgent: true, blueprintAppId: '20000000-c0de-4a11-8000-000000000001' }
const booking = {
  appId: '30000000-c0de-4a11-8000-000000000001',
  oid: '30000000-c0de-4a11-8000-000000000001',
  sub: '30000000-c0de-4a11-8000-000000000001',
  displayName: 'Booking',
  credential: '2',
  roles: ['User.Read.All'],
} as const
const intranet = {
  appId: '60000000-c0de-4a11-8000-000000000001',
  oid: '61000000-c0de-4a11-8000-000000000001',
  sub: '61000000-c0de-4a11-8000-000000000001',
  displayName: 'Intranet',
  credential: '1',
  roles: [],
} as const

const graphToken = {
  aud: 'https://graph.microsoft.com',
  iss: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
  iat: 1795434900,
  nbf: 1795434900,
  exp: 1795438800,
  aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
  app_displayname: 'Booking',
  appid: '30000000-c0de-4a11-8000-000000000001',
  appidacr: '2',
  idp: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
  idtyp: 'app',
  oid: '30000000-c0de-4a11-8000-000000000001',
  rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAQMAAAAAAAAAwAAAAAAAAAAAAQIDBA.',
  roles: ['User.Read.All'],
  sub: '30000000-c0de-4a11-8000-000000000001',
  tenant_region_scope: 'NA',
  tid: '10000000-c0de-4a11-8000-000000000001',
  uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
  ver: '1.0',
  wids: ['0997a1d0-0d1d-4acb-b408-d5ca73121e90'],
  xms_act_fct: '9 11 3',
  xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
  xms_idrel: '2 7',
  xms_par_app_azp: '20000000-c0de-4a11-8000-000000000001',
  xms_rd: '0.AAECAwQFBgcICQoLDA0ODxAREhMUFRYX',
  xms_sub_fct: '9 11 3',
  xms_tcdt: 1620097321,
  xms_tnt_fct: '2 3',
}

/** The claims of every version 2 token without a user, as in a capture of an ordinary application. */
const plainToken = {
  aud: '50000000-c0de-4a11-8000-000000000001',
  iss: 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001/v2.0',
  iat: 1795434900,
  nbf: 1795434900,
  exp: 1795438800,
  aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
  azp: '60000000-c0de-4a11-8000-000000000001',
  azpacr: '1',
  oid: '61000000-c0de-4a11-8000-000000000001',
  rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAQAAAFDewBFKgAAAAAAAAAEAAQIDBA.',
  sub: '61000000-c0de-4a11-8000-000000000001',
  tid: '10000000-c0de-4a11-8000-000000000001',
  uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
  ver: '2.0',
  xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
}

test('a Graph token of an agent identity says what captures of it say, and no more', async () => {
  const minting = await mintingFor()
  assert.deepEqual(resourceTokenClaims(minting, targetOf(minting), booking, actor), graphToken)
})

test('a Graph token names no roles where none were granted', async () => {
  const minting = await mintingFor()
  const { roles: _, ...withoutRoles } = graphToken
  const claims = resourceTokenClaims(minting, targetOf(minting), { ...booking, roles: [] }, actor)
  assert.deepEqual(claims, withoutRoles)
})

test('an ordinary application gets the fifteen claims of a captured token for its API', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ordersApi)
  const claims = resourceTokenClaims(minting, target, intranet, { isAgent: false })
  assert.deepEqual(claims, plainToken)
  const names = 'aio aud azp azpacr exp iat iss nbf oid rh sub tid uti ver xms_ftd'
  assert.equal(Object.keys(claims).sort().join(' '), names)
})

const bookingAtOrders = {
  ...plainToken,
  azp: booking.appId,
  azpacr: '2',
  oid: booking.oid,
  sub: booking.sub,
  roles: ['User.Read.All'],
}

test('a custom API without optional claims gets no agent claims', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ordersApi)
  assert.deepEqual(resourceTokenClaims(minting, target, booking, actor), bookingAtOrders)
})

test('a custom API gets the agent claims that it lists as optional claims', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ledgerApi)
  assert.deepEqual(resourceTokenClaims(minting, target, booking, actor), {
    ...bookingAtOrders,
    aud: '50000000-c0de-4a11-8000-000000000002',
    rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAQAAAFDewBFKgAAAAAAAAAIAAQIDBA.',
    idtyp: 'app',
    xms_act_fct: '9 11 3',
    xms_idrel: '2 7',
    xms_par_app_azp: '20000000-c0de-4a11-8000-000000000001',
    xms_sub_fct: '9 11 3',
    xms_tnt_fct: '2 3',
  })
})

test('a custom API gets only those optional claims that it lists', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ordersApi, {
    optionalClaims: ['xms_par_app_azp', 'idtyp'],
  })
  const claims = resourceTokenClaims(minting, target, booking, actor)
  const expected = { xms_par_app_azp: actor.blueprintAppId, idtyp: 'app' }
  assert.deepEqual(claims, { ...bookingAtOrders, ...expected })
})

test('an ordinary application has no blueprint to name, whatever the API lists', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ledgerApi)
  const claims = resourceTokenClaims(minting, target, intranet, { isAgent: false })
  assert.equal('xms_par_app_azp' in claims, false)
  assert.equal(claims.xms_act_fct, '9 3')
})

test('a custom API that takes version 1 tokens gets one, without agent claims', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, seedIds.ordersApi, { accessTokenVersion: 1 })
  const { azp: _, azpacr: __, ...common } = bookingAtOrders
  assert.deepEqual(resourceTokenClaims(minting, target, booking, actor), {
    ...common,
    aud: 'api://50000000-c0de-4a11-8000-000000000001',
    iss: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    appid: booking.appId,
    appidacr: '2',
    idp: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    ver: '1.0',
  })
})
