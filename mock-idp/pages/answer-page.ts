import type { Answer } from '../exchange/endpoint.ts'
import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import { pageStyle } from './style.ts'

/** How a page is answered, besides what it says. */
export type PageAnswer = {
  /** Default: 200. */
  readonly status?: number
  /** Origins to which its forms may lead, besides the mock. Default: none. */
  readonly formTargets?: readonly string[]
  /** The text of its one script. Default: it has none. */
  readonly script?: string
  readonly headers?: Answer['headers']
}

/** An answer that holds a page: the policy allows its own style and script, and no frame around it. */
export async function answerPage(
  page: string,
  { status = 200, formTargets = [], script, headers = {} }: PageAnswer,
  platform: Pick<CryptoPlatform, 'sha256'>,
): Promise<Answer> {
  const policy = [
    "default-src 'none'",
    `style-src '${await hashOf(pageStyle, platform)}'`,
    ...(script === undefined ? [] : [`script-src '${await hashOf(script, platform)}'`]),
    'img-src data:',
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
  ]
  return {
    status,
    headers: {
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      ...headers,
    },
    body: page,
  }
}

/** Of every answer to a browser: nothing is kept, and no address with a code in it goes to others. */
export const pageHeaders = {
  'cache-control': 'no-store, no-cache',
  pragma: 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

async function hashOf(text: string, { sha256 }: Pick<CryptoPlatform, 'sha256'>): Promise<string> {
  const base64 = (await sha256(text)).replaceAll('-', '+').replaceAll('_', '/')
  return `sha256-${base64}=`
}
