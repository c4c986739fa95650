import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedBody } from '../broken-answers.ts'
import { adminConsentPath, deviceCodePath, logoutPath, movedTo } from '../broken-device-promises.ts'
import { authorizePath, readOtherwise, toldOfUser } from '../broken-people-promises.ts'
import type { BrokenProvider } from './broken-provider.ts'

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

/** Takes an address for the registered one that it looks like. */
const takingAddress = (looksAlike: (asked: string) => boolean) =>
  readOtherwise(authorizePath, (query) => {
    const asked = query.get('redirect_uri') ?? ''
    const registered = 'https://intranet.example/signed-in'
    if (asked.includes('intranet.example') && looksAlike(asked)) {
      query.set('redirect_uri', registered)
    }
  })

const prompts = (change: (prompt: string) => string | undefined) =>
  readOtherwise(authorizePath, (query) => {
    const prompt = change(query.get('prompt') ?? '')
    if (prompt) query.set('prompt', prompt)
    else query.delete('prompt')
  })

/** Sends whoever is refused back to the address that the request named, registered or not. */
const leadingOn: InProcessOptions = {
  intercept: async (request, forward) => {
    const answer = await forward(request)
    const { pathname, searchParams } = new URL(request.url)
    const asked = searchParams.get('redirect_uri')
    if (answer.status !== 400 || !authorizePath.test(pathname) || !asked) return answer
    const query = new URLSearchParams({
      error: 'invalid_request',
      error_description: 'AADSTS50011: The redirect URI is not registered.',
    })
    return new Response(null, { status: 302, headers: { location: `${asked}?${query}` } })
  },
}

/** Signs every browser out that it knows. */
function signingOutAll(): InProcessOptions {
  const cookies = new Set<string>()
  return {
    intercept: async (request, forward) => {
      if (logoutPath.test(new URL(request.url).pathname)) {
        for (const cookie of cookies) await forward(new Request(request, { headers: { cookie } }))
      }
      const answer = await forward(request)
      const cookie = answer.headers.get('set-cookie')?.split(';')[0]
      if (cookie) cookies.add(cookie)
      return answer
    },
  }
}

/** Where people are led wrongly, and what pages, devices and administrators are told. */
export const unseenPeoplePages: readonly BrokenProvider[] = [
  fault('an address that nobody registered hears of refusals', 'AUTHORIZE-REDIRECT', leadingOn),
  fault(
    'addresses are compared without letter case',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.toLowerCase().endsWith('.example/signed-in')),
  ),
  fault(
    'the query of an address is not compared',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.split('?')[0] === 'https://intranet.example/signed-in'),
  ),
  fault(
    'the port of an address is not compared',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.replace(':8443', '') === 'https://intranet.example/signed-in'),
  ),
  fault(
    'the path of an address is not compared',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.startsWith('https://intranet.example/')),
  ),
  fault(
    'the scheme of an address is not compared',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked === 'http://intranet.example/signed-in'),
  ),
  fault(
    'an address only has to begin as a registered one',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.startsWith('https://intranet.example')),
  ),
  fault(
    'an address is good that holds a registered one',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.indexOf('https://intranet.example') > 0),
  ),
  fault(
    'subdomains of a registered address are good',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked.includes('.intranet.example/')),
  ),
  fault(
    'a slash at the end of an address does not count',
    'AUTHORIZE-REDIRECT',
    takingAddress((asked) => asked === 'https://intranet.example/signed-in/'),
  ),
  fault(
    'the parameter resource of a sign-in is not read',
    'RESOURCE-PARAMETER',
    readOtherwise(authorizePath, (query) => query.delete('resource')),
  ),
  fault(
    'whoever is signed in is not asked again to consent',
    'AUTHORIZE-ASKS-AGAIN',
    prompts((prompt) => prompt.replace('consent', '').trim()),
  ),
  fault(
    'whoever is signed in picks no account',
    'AUTHORIZE-ASKS-AGAIN',
    prompts((prompt) => (prompt === 'select_account' ? undefined : prompt)),
  ),
  fault(
    'two words of a prompt are none',
    'AUTHORIZE-ASKS-AGAIN',
    prompts((prompt) => (prompt.includes(' ') ? undefined : prompt)),
  ),
  fault(
    'whom an application expects does not count',
    'AUTHORIZE-ASKS-AGAIN',
    readOtherwise(authorizePath, (query) => query.delete('login_hint')),
  ),
  fault('one who signs out signs everybody out', 'LOGOUT-SESSION', signingOutAll()),
  fault(
    'the time between two questions of a device is text',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({ ...body, interval: String(body.interval) })),
  ),
  fault(
    'the message for the user does not name the code',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({ ...body, message: 'Open the page.' })),
  ),
  fault(
    'the code of a device holds the code that its screen shows',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({
      ...body,
      device_code: `${body.user_code}${body.device_code}`,
    })),
  ),
  fault(
    'the answer to an administrator does not say that it is about consent',
    'ADMIN-CONSENT-ANSWER',
    movedTo(adminConsentPath, (location) => location.replace('admin_consent=True&', '')),
  ),
  fault(
    'an administrator who declines is led back without the reason',
    'ADMIN-CONSENT-ANSWER',
    movedTo(adminConsentPath, (location) => location.replace(/&error_description=[^&#]*/, '')),
  ),
  fault(
    'user information has a subject of its own',
    'SIGNIN-SUBJECT',
    toldOfUser((body) => ({ ...body, sub: String(body.sub).split('').reverse().join('') })),
  ),
  fault(
    'user information tells of another person',
    'SIGNIN-SUBJECT',
    toldOfUser((body) => ({ ...body, name: 'Ada Administrator' })),
  ),
]
