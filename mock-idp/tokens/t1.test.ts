import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchangeAppId } from '../directory/resource.ts'
import { mintingFor, targetOf } from '../testing/mock-world.ts'
import { t1Claims } from './t1.ts'

const booking = '30000000-c0de-4a11-8000-000000000001'
const concierge = {
  appId: '20000000-c0de-4a11-8000-000000000001',
  oid: '21000000-c0de-4a11-8000-000000000001',
  displayName: 'Concierge',
  credential: '1',
} as const

test('T1 says what captures of it say, and no more', async () => {
  const minting = await mintingFor()
  assert.deepEqual(t1Claims(minting, targetOf(minting, exchangeAppId), concierge, booking), {
    aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    iss: 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001/v2.0',
    iat: 1795434900,
    nbf: 1795434900,
    exp: 1795438800,
    aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
    azp: '20000000-c0de-4a11-8000-000000000001',
    azpacr: '1',
    idtyp: 'app',
    oid: '21000000-c0de-4a11-8000-000000000001',
    rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAZz5YPs0epBBgUkwL3dGmTYAAQIDBA.',
    sub: '/eid1/c/pub/t/AAAAEN7AEUqAAAAAAAAAAQ/a/AAAAIN7AEUqAAAAAAAAAAQ/30000000-c0de-4a11-8000-000000000001',
    tid: '10000000-c0de-4a11-8000-000000000001',
    uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
    ver: '2.0',
    xms_act_fct: '9 3',
    xms_ficinfo: 'CAAQABgAIAAoAjAA',
    xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
    xms_idrel: '2 7',
    xms_sub_fct: '9 3',
  })
})

test('T1 of a blueprint that used an assertion says so', async () => {
  const minting = await mintingFor()
  const asserted = { ...concierge, credential: '2' } as const
  const claims = t1Claims(minting, targetOf(minting, exchangeAppId), asserted, booking)
  assert.equal(claims.azpacr, '2')
})

test('the path stands in the subject of T1 as it was sent', async () => {
  const minting = await mintingFor()
  const target = targetOf(minting, exchangeAppId)
  const { sub } = t1Claims(minting, target, concierge, booking.toUpperCase())
  assert.ok(String(sub).endsWith('/30000000-C0DE-4A11-8000-000000000001'))
})
