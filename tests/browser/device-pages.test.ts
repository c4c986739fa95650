import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright'
import { type RunningMockIdp, startMockIdp } from '../../index.ts'
import { seedIds } from '../../mock-idp/directory/seed-ids.ts'
import { inspect, launchChromium, usePage } from './inspect-page.ts'

const { contoso, concierge, kiosk } = seedIds
const graph = 'https://graph.microsoft.com'

let mock: RunningMockIdp
let browser: Browser

before(async () => {
  mock = await startMockIdp({ port: 0, httpPort: 0 })
  browser = await launchChromium()
})
after(async () => {
  await browser.close()
  await mock.close()
})

type Parameters = Readonly<Record<string, string>>

async function post(path: string, parameters: Parameters) {
  const body = new URLSearchParams({ client_id: kiosk, ...parameters })
  const url = `${mock.httpUrl}/${contoso}/oauth2/v2.0/${path}`
  return (await fetch(url, { method: 'POST', body })).json()
}

const askForCode = () => post('devicecode', { scope: 'Mail.Read openid' })
const poll = ({ device_code }: { readonly device_code: string }) =>
  post('token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code })

/** Types the code and signs in, with the keyboard alone. */
async function signIn(page: Page, userCode: string): Promise<void> {
  await page.goto(`${mock.authorityHost}/${contoso}/oauth2/deviceauth`)
  await page.getByRole('textbox', { name: 'Code' }).focus()
  await page.keyboard.type(userCode)
  await page.keyboard.press('Enter')
  await page.getByTestId('person-bea@contoso.example').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('device-confirm-page').waitFor()
}

test('a user signs in for a device with the keyboard alone, and the device has its tokens', () =>
  usePage(browser, async (page) => {
    const device = await askForCode()
    await page.goto(`${mock.authorityHost}/${contoso}/oauth2/deviceauth`)
    await inspect(page)
    await signIn(page, device.user_code)
    await inspect(page)
    await page.getByTestId('continue').focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('device-consent-page').waitFor()
    await inspect(page)
    await page.getByTestId('accept').focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('device-done-page').waitFor()
    await inspect(page)
    assert.ok((await poll(device)).access_token)
  }))

test('a user who types a wrong code hears of it, and one who cancels gives the device nothing', () =>
  usePage(browser, async (page) => {
    const device = await askForCode()
    await page.goto(`${mock.authorityHost}/${contoso}/oauth2/deviceauth`)
    await page.getByTestId('user-code').fill('WRONG')
    await page.getByTestId('next').click()
    await page.getByRole('alert').waitFor()
    await inspect(page)
    await signIn(page, device.user_code)
    await page.getByTestId('cancel').click()
    await page.getByTestId('device-declined-page').waitFor()
    await inspect(page)
    assert.equal((await poll(device)).error, 'authorization_declined')
  }))

test('an administrator consents for everybody, and somebody else is told why not', () =>
  usePage(browser, async (page) => {
    const query = new URLSearchParams({
      client_id: concierge,
      scope: `${graph}/Mail.Read ${graph}/Calendars.Read offline_access`,
      role: `${graph}/User.Read.All`,
      redirect_uri: 'https://entra.microsoft.com/TokenAuthorize',
    })
    const url = `${mock.authorityHost}/${contoso}/v2.0/adminconsent?${query}`
    await page.goto(url)
    await page.getByRole('button', { name: 'Bea Baker' }).click()
    await page.getByTestId('error-page').waitFor()
    await inspect(page)
    await page.goto(`${mock.authorityHost}/${contoso}/oauth2/v2.0/logout`)
    await page.getByTestId('signed-out-page').waitFor()
    await inspect(page)
    await page.goto(url)
    await page.getByRole('button', { name: 'Ada Administrator' }).click()
    await page.getByTestId('admin-consent-page').waitFor()
    await inspect(page)
    await page.getByTestId('accept').click()
    await page.getByTestId('admin-consent-done-page').waitFor()
    await inspect(page)
  }))
