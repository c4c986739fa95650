import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantDescription } from '../directory/description.ts'
import { graphAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { claimsOf, origin } from '../testing/mock-world.ts'
import { bea, contoso, openBrowser } from '../testing/open-browser.ts'

type Control = NonNullable<TenantDescription['accessPolicies']>[number]['control']

/** A device of the Kiosk, and Bea, who signs in by a password alone while a policy concerns people at Graph. */
async function openDevice(control: Control) {
  const browser = await openBrowser({ methods: ['pwd'] }, (tenant) => ({
    ...tenant,
    accessPolicies: [{ displayName: 'Policy', appliesTo: 'people', control, resource: graphAppId }],
  }))
  const post = async (path: string, form: Readonly<Record<string, string>>) => {
    const url = `${origin}/${contoso}/oauth2/v2.0/${path}`
    const body = new URLSearchParams({ client_id: seedIds.kiosk, ...form })
    return (await browser.mock.fetch(new Request(url, { method: 'POST', body }))).json()
  }
  const device = await post('devicecode', { scope: 'User.Read' })
  const page = await browser.send(`/${contoso}/oauth2/deviceauth`)
  const code = await browser.press(page, { user_code: device.user_code })
  const confirm = await browser.pick(await browser.send(code.location), bea)
  const shown = await browser.press(confirm, { action: 'continue' })
  const redeem = () =>
    post('token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: device.device_code,
    })
  return { ...browser, shown, redeem }
}

test('the page for devices asks for several factors where a policy demands them', async () => {
  const { shown, pick, press, redeem } = await openDevice('mfa')
  assert.match(shown.text, /data-testid="several-factors"/)
  assert.equal((await redeem()).error, 'authorization_pending')
  await press(await pick(shown, bea), { action: 'continue' })
  assert.deepEqual(claimsOf((await redeem()).access_token).amr, ['pwd', 'mfa'])
})

test('whom a policy blocks sees so on the page for devices, and the device goes on waiting', async () => {
  const { shown, redeem } = await openDevice('block')
  assert.equal(shown.response.headers.get('x-mock-rule'), 'ACCESS-POLICY-BLOCK')
  assert.match(shown.text, /data-testid="error-code">AADSTS53003</)
  assert.equal((await redeem()).error, 'authorization_pending')
})
