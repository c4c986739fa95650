import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchangeAppId } from '../directory/resource.ts'
import { mintingFor, targetOf } from '../testing/mock-world.ts'
import { t2Claims } from './t2.ts'

test('T2 says what captures of it say, and no more', async () => {
  const minting = await mintingFor()
  const booking = {
    appId: '30000000-c0de-4a11-8000-000000000001',
    oid: '30000000-c0de-4a11-8000-000000000001',
    sub: '30000000-c0de-4a11-8000-000000000001',
    displayName: 'Booking',
    credential: '2',
    roles: ['Role.Of.The.Exchange'],
  } as const
  const blueprint = '20000000-c0de-4a11-8000-000000000001'
  assert.deepEqual(t2Claims(minting, targetOf(minting, exchangeAppId), booking, blueprint), {
    aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    iss: 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001/v2.0',
    iat: 1795434900,
    nbf: 1795434900,
    exp: 1795438800,
    aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
    azp: '30000000-c0de-4a11-8000-000000000001',
    azpacr: '2',
    idtyp: 'app',
    oid: '30000000-c0de-4a11-8000-000000000001',
    rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAZz5YPs0epBBgUkwL3dGmTYAAQIDBA.',
    sub: '30000000-c0de-4a11-8000-000000000001',
    tid: '10000000-c0de-4a11-8000-000000000001',
    uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
    ver: '2.0',
    xms_act_fct: '9 11 3',
    xms_ficinfo: 'CAAQABgAIAAoAzAAOAE',
    xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
    xms_idrel: '2 7',
    xms_par_app_azp: '20000000-c0de-4a11-8000-000000000001',
    xms_sub_fct: '9 11 3',
  })
})
