import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { devicePagePath } from '../broken-device-promises.ts'
import { blindAt, type ShownPolicy } from '../policies-of-a-request.ts'
import { said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

const authorizePath = /\/oauth2\/v2\.0\/authorize$/
const isBlock = ({ control }: ShownPolicy) => control === 'block'

/** Loses a parameter of an authorize request, wherever the page takes it. */
function withoutParameter(name: string): InProcessOptions {
  return {
    intercept: (request, forward) => {
      const url = new URL(request.url)
      if (!authorizePath.test(url.pathname)) return forward(request)
      url.searchParams.delete(name)
      return forward(new Request(url, request))
    },
  }
}

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

/** Pages that ask for too few factors, and tokens that say another sign-in than there was. */
export const stepUpWrong: readonly BrokenProvider[] = [
  fault(
    'the page for devices asks nobody for several factors',
    'LOGIN-STEP-UP',
    blindAt(devicePagePath),
  ),
  fault(
    'the page forgets the challenge that an application hands on',
    'LOGIN-STEP-UP',
    withoutParameter('claims'),
  ),
  fault(
    'a token of a step-up names one factor',
    'LOGIN-STEP-UP',
    said(
      ({ amr }) => Array.isArray(amr) && amr.includes('mfa'),
      () => ({ amr: ['pwd'] }),
    ),
  ),
  fault(
    'a token of a sign-in with one factor names several',
    'LOGIN-STEP-UP',
    said(
      ({ amr }) => Array.isArray(amr) && !amr.includes('mfa'),
      () => ({ amr: ['pwd', 'mfa'] }),
    ),
  ),
  fault(
    'a token of a step-up does not name the context',
    'LOGIN-STEP-UP',
    said(
      ({ acrs }) => Array.isArray(acrs) && acrs.includes('c1'),
      () => ({ acrs: ['p1'] }),
    ),
  ),
  fault(
    'every token names the context of a policy',
    'LOGIN-STEP-UP',
    said(
      ({ acrs }) => Array.isArray(acrs) && !acrs.includes('c1'),
      ({ acrs }) => ({ acrs: [...(acrs as readonly string[]), 'c1'] }),
    ),
  ),
  fault(
    'the page lets in whom a policy blocks',
    'ACCESS-POLICY-BLOCK',
    blindAt(authorizePath, isBlock),
  ),
  fault(
    'the page for devices lets in whom a policy blocks',
    'ACCESS-POLICY-BLOCK',
    blindAt(devicePagePath, isBlock),
  ),
  fault(
    'a silent request meets no policy',
    'ACCESS-POLICY-MFA',
    blindAt(authorizePath, ({ control }) => control === 'mfa'),
  ),
]
