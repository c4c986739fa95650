import { readFile } from 'node:fs/promises'
import { UsageError } from '../usage-error.ts'

/** A misspelt file must not become the token. */
const looksLikePath = /^(\/|\.{1,2}\/|~\/|[A-Za-z]:|\\)/

/** The characters of a bearer token: RFC 6750 section 2.1. */
const bearerToken = /^[A-Za-z0-9\-._~+/]+=*$/

/**
 * The token itself, or the content of the file of that name.
 * @throws {UsageError} for what cannot stand in an Authorization header, and for a path without a file
 */
export async function readControlToken(tokenOrFile: string): Promise<string> {
  const token = (await contentOf(tokenOrFile)) ?? tokenOrFile
  if (bearerToken.test(token)) return token
  throw new UsageError(
    'the control token must consist of letters, digits and -._~+/ only; with a file, check that it exists and holds nothing else',
  )
}

async function contentOf(tokenOrFile: string): Promise<string | undefined> {
  try {
    return (await readFile(tokenOrFile, 'utf8')).trim()
  } catch {
    if (!looksLikePath.test(tokenOrFile)) return undefined
    throw new UsageError(`cannot read the control token from ${tokenOrFile}: no such file`)
  }
}
