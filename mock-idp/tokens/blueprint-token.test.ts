import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mintingFor, targetOf } from '../testing/mock-world.ts'
import { blueprintTokenClaims } from './blueprint-token.ts'

test('a Graph token of a blueprint says what captures of it say, and no more', async () => {
  const minting = await mintingFor()
  const concierge = {
    appId: '20000000-c0de-4a11-8000-000000000001',
    oid: '21000000-c0de-4a11-8000-000000000001',
    sub: '21000000-c0de-4a11-8000-000000000001',
    displayName: 'Concierge',
    credential: '1',
    roles: ['AgentIdentity.CreateAsManager'],
  } as const
  const createdMs = Date.UTC(2025, 0, 2, 3, 4, 5, 999)
  assert.deepEqual(blueprintTokenClaims(minting, targetOf(minting), concierge, createdMs), {
    aud: 'https://graph.microsoft.com',
    iss: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    iat: 1795434900,
    nbf: 1795434900,
    exp: 1795438800,
    aio: 'k2BgAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd=',
    app_displayname: 'Concierge',
    appid: '20000000-c0de-4a11-8000-000000000001',
    appidacr: '1',
    idp: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    idtyp: 'app',
    oid: '21000000-c0de-4a11-8000-000000000001',
    rh: '1.AQAAAAAAEN7AEUqAAAAAAAAAAQMAAAAAAAAAwAAAAAAAAAAAAQIDBA.',
    roles: ['AgentIdentity.CreateAsManager'],
    sub: '21000000-c0de-4a11-8000-000000000001',
    tenant_region_scope: 'NA',
    tid: '10000000-c0de-4a11-8000-000000000001',
    uti: 'Z0UjAauJ3kyPASNFZ4mrAA',
    ver: '1.0',
    wids: ['0997a1d0-0d1d-4acb-b408-d5ca73121e90'],
    xms_acd: 1735787045,
    xms_act_fct: '9 3',
    xms_ftd: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8BdXNzb3V0aC1kc21z',
    xms_idrel: '2 7',
    xms_rd: '0.AAECAwQFBgcICQoLDA0ODxAREhMUFRYX',
    xms_sub_fct: '9 3',
    xms_tcdt: 1620097321,
    xms_tnt_fct: '2 3',
  })
})
