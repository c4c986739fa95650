import { isIP, isIPv4 } from 'node:net'
import type { GeneralSubtree } from '@peculiar/asn1-x509'
import { withoutWildcard } from './host-name.ts'

/**
 * The DER value of an X.509 nameConstraints extension (RFC 5280, 4.2.1.10) that permits these names:
 * each DNS name, and each address alone. Because one DNS name and one address are permitted, every
 * other DNS name and address is forbidden. The RFC lets no DNS constraint exclude subdomains of a
 * permitted name, so `a.localhost` is permitted with `localhost`, and `*.a` is written as `a`.
 *
 * @param names - normal forms, as `normalName` returns them, at least one DNS name and address
 */
export async function encodeNameConstraints(names: readonly string[]): Promise<Buffer> {
  const { AsnConvert, GeneralSubtrees, NameConstraints } = await loadAsn1()
  const permittedSubtrees = new GeneralSubtrees(await subtreesOf(names))
  return Buffer.from(AsnConvert.serialize(new NameConstraints({ permittedSubtrees })))
}

/**
 * Whether a certificate is constrained to some of these names and to no other, as an authority is that was made
 * when the mock served fewer of them.
 *
 * @param certificate - DER
 */
export async function isNarrower(certificate: Buffer, names: readonly string[]): Promise<boolean> {
  const { AsnConvert, Certificate, NameConstraints, id_ce_nameConstraints } = await loadAsn1()
  const { extensions = [] } = AsnConvert.parse(certificate, Certificate).tbsCertificate
  const extension = extensions.find(({ extnID }) => extnID === id_ce_nameConstraints)
  if (!extension) return false
  const { permittedSubtrees = [] } = AsnConvert.parse(extension.extnValue.buffer, NameConstraints)
  const encoded = (subtree: GeneralSubtree) =>
    Buffer.from(AsnConvert.serialize(subtree)).toString('hex')
  const known = new Set((await subtreesOf(names)).map(encoded))
  return permittedSubtrees.length > 0 && permittedSubtrees.every((one) => known.has(encoded(one)))
}

/** Whether a host may stand in a leaf of an authority that is constrained to `names`. */
export function isPermitted(host: string, names: readonly string[]): boolean {
  const bases = constraintBases(names)
  if (isIP(host)) return bases.includes(host)
  return bases.some((base) => withoutWildcard(host) === base || host.endsWith(`.${base}`))
}

async function subtreesOf(names: readonly string[]): Promise<GeneralSubtree[]> {
  const { GeneralName, GeneralSubtree } = await loadAsn1()
  return constraintBases(names).map(
    (name) => new GeneralSubtree({ base: new GeneralName(generalNameOf(name)) }),
  )
}

function constraintBases(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(withoutWildcard))]
}

function generalNameOf(name: string) {
  if (!isIP(name)) return { dNSName: name }
  return { iPAddress: `${name}/${isIPv4(name) ? 32 : 128}` }
}

/** It takes tens of milliseconds to load, so only what makes or doubts an authority does. */
async function loadAsn1() {
  const [{ AsnConvert }, x509] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ])
  return { AsnConvert, ...x509 }
}
