import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloudOfHost, entraHosts, graphHosts } from './clouds.ts'

test('the login hosts of all clouds are named', () => {
  assert.deepEqual(entraHosts, [
    'login.microsoftonline.com',
    'login.windows.net',
    'login.microsoft.com',
    'sts.windows.net',
    'login.microsoftonline.us',
    'login.partner.microsoftonline.cn',
    'login.chinacloudapi.cn',
  ])
})

test('the hosts of Microsoft Graph in all clouds are named', () => {
  assert.deepEqual(graphHosts, [
    'graph.microsoft.com',
    'graph.microsoft.us',
    'microsoftgraph.chinacloudapi.cn',
  ])
})

const hosts = [
  ['login.windows.net', 'public'],
  ['login.microsoftonline.us', 'usGovernment'],
  ['login.chinacloudapi.cn', 'china'],
  ['graph.microsoft.com', undefined],
  ['evil.login.microsoftonline.us', undefined],
  ['localhost', undefined],
] as const

for (const [host, cloud] of hosts) {
  test(`${host} is a login host of ${cloud ?? 'no cloud'}`, () => {
    assert.equal(cloudOfHost(host), cloud)
  })
}
