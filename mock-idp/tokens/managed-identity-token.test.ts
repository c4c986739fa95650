import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchangeAppId } from '../directory/resource.ts'
import { mintingFor, targetOf } from '../testing/mock-world.ts'
import { managedIdentityTokenClaims } from './managed-identity-token.ts'

test('a managed identity token for the exchange says what captures of it say', async () => {
  const minting = await mintingFor()
  const identity = {
    appId: '40000000-c0de-4a11-8000-000000000001',
    oid: '41000000-c0de-4a11-8000-000000000001',
    sub: '41000000-c0de-4a11-8000-000000000001',
    displayName: 'concierge-host',
    credential: '2',
    roles: [],
  } as const
  assert.deepEqual(
    managedIdentityTokenClaims(minting, targetOf(minting, exchangeAppId), identity),
    {
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
      iss: 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001/v2.0',
      iat: 1795434900,
      nbf: 1795434900,
      exp: 1795521600,
      aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
      azp: '40000000-c0de-4a11-8000-000000000001',
      azpacr: '2',
      idtyp: 'app',
      oid: '41000000-c0de-4a11-8000-000000000001',
      rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAZz5YPs0epBBgUkwL3dGmTYAAQIDBA.',
      sub: '41000000-c0de-4a11-8000-000000000001',
      tid: '10000000-c0de-4a11-8000-000000000001',
      uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
      ver: '2.0',
      xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
    },
  )
})
