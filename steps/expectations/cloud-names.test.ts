import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Directory } from '../../engine/cast/directory.ts'
import {
  isOfCloud,
  isOnAuthority,
  issuersOf,
  isVersionOneIssuer,
  spellings,
} from './cloud-names.ts'

const tenantId = '10000000-c0de-4a11-8000-000000000001'

function directoryAt(authorityHost: string): Directory {
  return { authorityHost, tenantId: () => tenantId } as unknown as Directory
}

describe('the issuers of a tenant', () => {
  for (const host of ['login.microsoftonline.com', 'login.windows.net', 'sts.windows.net']) {
    it(`are those of the public cloud, asked at ${host}`, () =>
      assert.deepEqual(issuersOf(directoryAt(`https://${host}`), 'Contoso'), {
        v1: [`https://sts.windows.net/${tenantId}/`],
        v2: [`https://login.microsoftonline.com/${tenantId}/v2.0`],
      }))
  }

  it('are those of China, asked at any of its hosts', () =>
    assert.deepEqual(issuersOf(directoryAt('https://login.chinacloudapi.cn'), 'Contoso'), {
      v1: [`https://sts.chinacloudapi.cn/${tenantId}/`],
      v2: [`https://login.partner.microsoftonline.cn/${tenantId}/v2.0`],
    }))

  it("are of its own host or Microsoft's where the provider is not Microsoft's", () =>
    assert.deepEqual(issuersOf(directoryAt('https://idp.example'), 'Contoso'), {
      v1: [`https://idp.example/${tenantId}/`, `https://sts.windows.net/${tenantId}/`],
      v2: [`https://idp.example/${tenantId}/v2.0`],
    }))
})

describe('a version 1 issuer in a document', () => {
  const ofOther = isVersionOneIssuer(directoryAt('https://idp.example'), 'Contoso')
  const ofEntra = isVersionOneIssuer(directoryAt('https://login.microsoftonline.com'), 'Contoso')

  it("may be on any host where the provider is not Microsoft's", () =>
    assert.ok(ofOther(`https://issuer.example/${tenantId}/`)))

  for (const issuer of [
    `https://issuer.example/${tenantId}/v2.0`,
    `https://issuer.example/${tenantId}`,
    'https://issuer.example/20000000-c0de-4a11-8000-000000000001/',
    `http://issuer.example/${tenantId}/`,
    undefined,
    7,
  ]) {
    it(`is not ${issuer}`, () => assert.ok(!ofOther(issuer)))
  }

  it('is on the host of the cloud at Microsoft', () => {
    assert.ok(ofEntra(`https://sts.windows.net/${tenantId}/`))
    assert.ok(!ofEntra(`https://issuer.example/${tenantId}/`))
  })
})

describe('the names of a cloud', () => {
  it('are those of the authority', () => {
    const government = directoryAt('https://login.microsoftonline.us')
    assert.ok(isOfCloud(government, 'name')('microsoftonline.us'))
    assert.ok(!isOfCloud(government, 'name')('microsoftonline.com'))
  })

  it('are open where no source shows them', () => {
    const role = 'access service'
    assert.ok(
      isOfCloud(directoryAt('https://login.microsoftonline.us'), role)('https://any.example'),
    )
    assert.ok(!isOfCloud(directoryAt('https://idp.example'), role)('https://any.example'))
  })

  it('make every host of the cloud the origin', () =>
    assert.deepEqual(spellings('{origin}/x', directoryAt('https://login.chinacloudapi.cn')), [
      'https://login.chinacloudapi.cn/x',
      'https://login.partner.microsoftonline.cn/x',
    ]))

  it('are the only hosts to follow a document to', () => {
    const entra = directoryAt('https://login.microsoftonline.com')
    assert.ok(isOnAuthority(entra, 'https://login.windows.net/common/discovery/keys'))
    assert.ok(!isOnAuthority(entra, 'https://login.windows.net.example/keys'))
    assert.ok(!isOnAuthority(directoryAt('https://idp.example'), 'https://login.windows.net/keys'))
    assert.ok(!isOnAuthority(entra, undefined))
  })
})
