import { printable } from '../../../wire/printable.ts'

type Names = {
  readonly name: string
  readonly version: string
  readonly language?: string | undefined
}

/** What a client calls itself, which stands in messages and reports. */
export function printableNames({ name, version, language }: Names) {
  return {
    name: printable(name),
    version: printable(version),
    language: language === undefined ? undefined : printable(language),
  }
}
