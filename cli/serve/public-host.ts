import { isIP } from 'node:net'
import { InvalidArgumentError } from 'commander'

/** One more name of the mock. Whether a certificate can hold it, the start finds out. */
export function addPublicHost(text: string, before: readonly string[] = []): readonly string[] {
  if (isIP(text) || /^[^\s:/*]+$/.test(text)) return [...before, text]
  throw new InvalidArgumentError(
    'Expected a host name or address without a port, such as entra or 10.0.0.7.',
  )
}
