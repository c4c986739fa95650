import { enforce } from '../answers/enforce.ts'
import { type User, userCalled } from '../directory/person.ts'
import { authorizePersonRules } from '../rules/authorize-person.ts'
import {
  type Browser,
  openBrowser,
  personOf,
  signInPerson,
  type TenantExchange,
} from '../sign-in/browser.ts'
import { identifyPerson } from '../sign-in/identify-person.ts'
import type { SignedIn } from '../tokens/browser-sessions.ts'
import type { World } from '../world.ts'

/** Who is to sign in, and whether a page may ask. */
export type WhoIsAsked = {
  readonly prompts: ReadonlySet<string>
  readonly loginHint: string | undefined
}

/** Somebody who is signed in, and with which browser. */
export type Person = { readonly user: User; readonly signedIn: SignedIn; readonly browser: Browser }

/**
 * Who is signed in, or undefined where a page has to ask.
 * @throws {Refusal} under AUTHORIZE-SILENT-SESSION, or a LOGIN rule where a hint signs its person in
 */
export function findSignedIn(
  { prompts, loginHint }: WhoIsAsked,
  browser: Browser,
  exchange: TenantExchange,
  world: World,
): Person | undefined {
  const { tenant, examination } = exchange
  const mustBeSilent = prompts.has('none')
  const mustAsk = prompts.has('login') || prompts.has('select_account')
  const user = personOf(browser, tenant)
  const signedIn = browser.session.person
  const isHinted = !loginHint || userCalled(loginHint.trim(), tenant)?.id === user?.id
  enforce(
    authorizePersonRules.session,
    { mustBeSilent, isSignedIn: user !== undefined && isHinted },
    examination,
  )
  if (user && signedIn && isHinted && !mustAsk) return { user, signedIn, browser }
  const { automatic } = world.facilitiesOf(tenant.id).signInSettings.current()
  if (!automatic || !loginHint) return undefined
  return signInHinted(loginHint, false, exchange, world)
}

/** Without a page. */
export function signInHinted(
  userName: string,
  severalFactors: boolean,
  exchange: TenantExchange,
  world: World,
): Person {
  const user = identifyPerson({ userName, knowsPassword: true }, exchange)
  const signedIn = signInPerson(user, severalFactors, exchange, world)
  return { user, signedIn, browser: openBrowser(signedIn, exchange, world) }
}
