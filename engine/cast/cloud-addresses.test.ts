import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressInCloud } from './cloud-addresses.ts'

describe('the address of a resource of Microsoft', () => {
  for (const [host, graph, exchange] of [
    ['login.microsoftonline.com', 'https://graph.microsoft.com', 'api://AzureADTokenExchange'],
    ['login.windows.net', 'https://graph.microsoft.com', 'api://AzureADTokenExchange'],
    ['login.microsoftonline.us', 'https://graph.microsoft.us', 'api://AzureADTokenExchangeUSGov'],
    [
      'login.chinacloudapi.cn',
      'https://microsoftgraph.chinacloudapi.cn',
      'api://AzureADTokenExchangeChina',
    ],
    ['idp.example', 'https://graph.microsoft.com', 'api://AzureADTokenExchange'],
  ] as const) {
    it(`is that of the cloud of ${host}`, () => {
      assert.equal(addressInCloud('Microsoft Graph', `https://${host}`), graph)
      assert.equal(addressInCloud('the token exchange', `https://${host}`), exchange)
    })
  }
})
