/**
 * The machine of a managed identity, for clients that read its endpoint from the environment.
 *
 * MSAL looks at the environment once, then keeps the endpoint and the tokens of the machine for
 * as long as the process lives, and offers no way to forget them. A real process never changes
 * its machine; an adapter does with each scenario, so it loads the package anew, as a new process
 * would.
 */
import { createRequire } from 'node:module'

/** Puts this process on App Service, as a credential of the type `managedIdentity` describes it. */
export function enterMachine({ source, endpoint, header }) {
  if (source !== 'appService') throw new TypeError(`no managed identity of ${source} was declared`)
  Object.assign(process.env, { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header })
}

/** The package, without anything that earlier uses have left in it. */
export function loadAnew(name, importMetaUrl) {
  const require = createRequire(importMetaUrl)
  for (const file of Object.keys(require.cache)) delete require.cache[file]
  return require(name)
}
