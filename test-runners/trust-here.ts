import tls, { type SecureContext, type SecureContextOptions } from 'node:tls'

const trusted = new Set<string>()

/**
 * Makes this process trust a certificate authority besides those that it trusts: `fetch`, `node:https`, and clients with
 * agents of their own. What is given a list of authorities trusts only that, as ever.
 */
export function trustHere(ca: string): void {
  if (trusted.has(ca)) return
  trusted.add(ca)
  if ('setDefaultCACertificates' in tls) addToDefaults(tls as TlsWithDefaults, ca)
  else addToContexts(ca)
}

/** Node 22.19 and newer. */
type TlsWithDefaults = typeof tls & {
  readonly getCACertificates: (type: 'default') => readonly string[]
  readonly setDefaultCACertificates: (certificates: readonly string[]) => void
}

function addToDefaults(node: TlsWithDefaults, ca: string): void {
  node.setDefaultCACertificates([...node.getCACertificates('default'), ca])
}

/** Older ones have no list to add to, but every connection asks for its context here. */
function addToContexts(ca: string): void {
  const create = tls.createSecureContext
  tls.createSecureContext = (options?: SecureContextOptions): SecureContext => {
    const made = create(options)
    if (options?.ca === undefined) (made as ContextWithRoots).context.addCACert(ca)
    return made
  }
}

type ContextWithRoots = SecureContext & {
  readonly context: { readonly addCACert: (ca: string) => void }
}
