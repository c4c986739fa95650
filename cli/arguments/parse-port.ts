import { InvalidArgumentError } from 'commander'

/** A TCP port; 0 lets the system choose one. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a port from 0 to 65535.')
}

/** A text that is not blank. */
export function parseText(text: string): string {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('Expected a value that is not empty.')
}
