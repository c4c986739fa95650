import { InvalidArgumentError } from 'commander'

/** The names of variables in a repeatable option. */
export function collectName(text: string, before: readonly string[] = []): readonly string[] {
  if (/^[^=\0]+$/.test(text)) return [...before, text]
  throw new InvalidArgumentError('Expected the name of a variable, without a value.')
}
