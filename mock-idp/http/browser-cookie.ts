import type { SeenRequest } from './see-request.ts'

/** What the mock's cookie is called; Entra's are called so too. */
const cookieName = 'ESTSAUTH'

/** The value of the cookie that a browser sent. Of several with that name: the first, of the longest path (RFC 6265). */
export function cookieOf({ header }: Pick<SeenRequest, 'header'>): string | undefined {
  const pairs = (header('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`))
  return found?.slice(cookieName.length + 1) || undefined
}

type Place = {
  readonly request: Pick<SeenRequest, 'tenantName'>
  readonly origin: string
}

/**
 * A cookie for one tenant alone. A page in a frame may ask silently, which takes `SameSite=None`, and that takes https:
 * over http it is `Lax`. What changes something has a token of the page besides.
 */
export function setCookie(value: string, { request, origin }: Place): { 'set-cookie': string } {
  const safety = origin.startsWith('https:') ? 'Secure; SameSite=None' : 'SameSite=Lax'
  return {
    'set-cookie': `${cookieName}=${value}; Path=/${request.tenantName ?? ''}/; HttpOnly; ${safety}`,
  }
}

/** Takes it from the browser. */
export function removeCookie(place: Place): { 'set-cookie': string } {
  const { 'set-cookie': empty } = setCookie('', place)
  return { 'set-cookie': `${empty}; Max-Age=0` }
}
