import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { broken, changedBody } from '../broken-answers.ts'
import {
  adminConsentPath,
  deviceCodePath,
  devicePagePath,
  logoutPath,
  movedTo,
  userinfoPath,
} from '../broken-device-promises.ts'
import { tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

/** Says something else on a page. */
function pageWith(path: RegExp, change: (html: string) => string): InProcessOptions {
  return broken(path, async (answer) => {
    if (answer.headers.has('location')) return answer
    return new Response(change(await answer.text()), answer)
  })
}

/** A refusal of a device that waits, told in another way. */
function polled(number: number, change: (body: Body) => Body): InProcessOptions {
  return changedBody(tokenPath, 400, (body) => {
    const codes = Array.isArray(body.error_codes) ? body.error_codes : []
    return codes.includes(number) ? change(body) : body
  })
}

/** Devices, consent for everybody, signing out and user information that go wrong in one way each. */
export const devicesWrong: readonly BrokenProvider[] = [
  fault(
    'a device is told an address with its code in it',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({
      ...body,
      verification_uri_complete: `${body.verification_uri}?user_code=${body.user_code}`,
    })),
  ),
  fault(
    'a device is told the time as text',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({ ...body, expires_in: '900 seconds' })),
  ),
  fault(
    'a code of a user is spelled in lower case',
    'DEVICE-ANSWER',
    changedBody(deviceCodePath, 200, (body) => ({
      ...body,
      user_code: `${String(body.user_code).toLowerCase()}-x`,
    })),
  ),
  fault(
    'a device that waits is told that it may not',
    'DEVICE-CODE-APPROVED',
    polled(70016, (body) => ({ ...body, error: 'invalid_grant' })),
  ),
  fault(
    'a device whose user declined is told to wait',
    'DEVICE-CODE-DECLINED',
    polled(65004, (body) => ({ ...body, error: 'authorization_pending' })),
  ),
  fault(
    'a device whose code is over is told to wait',
    'DEVICE-CODE-TIME',
    polled(70020, (body) => ({ ...body, error: 'authorization_pending' })),
  ),
  fault(
    'an unknown device code is told of as another error',
    'DEVICE-CODE-KNOWN',
    polled(70018, (body) => ({ ...body, error: 'invalid_request' })),
  ),
  fault(
    'the page for devices does not say what was wrong with the code',
    'DEVICE-USER-CODE',
    pageWith(devicePagePath, (html) => html.replace(/ data-error="[^"]*"/, '')),
  ),
  fault(
    'the state of a consent for everybody is lost',
    'ADMIN-CONSENT-ANSWER',
    movedTo(adminConsentPath, (location) => location.replace(/&state=[^&]*/, '')),
  ),
  fault(
    'an administrator who declines is told of as if nothing had been asked',
    'ADMIN-CONSENT-GIVEN',
    movedTo(adminConsentPath, (location) =>
      location.replace('error=consent_required', 'error=login_required'),
    ),
  ),
  fault(
    'the page for others than administrators is no refusal',
    'ADMIN-CONSENT-ADMINISTRATOR',
    pageWith(adminConsentPath, (html) => html.replace(/ data-error="[^"]*"/, '')),
  ),
  fault(
    'the state of a sign-out is lost',
    'LOGOUT-REDIRECT',
    movedTo(logoutPath, (location) => location.replace(/\?state=.*/, '')),
  ),
  fault(
    'user information tells a name that no scope allows',
    'USERINFO-ANSWER',
    changedBody(userinfoPath, 200, (body) => ({ name: 'Bea Baker', ...body })),
  ),
]
