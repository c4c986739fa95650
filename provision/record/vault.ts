import type { PrivateFiles } from '../ports/private-files.ts'
import { formatEnv, isWrittenBy, readEnv, type Variables } from './env-file.ts'

/**
 * Secrets are told once. They are kept in a file of their own from the moment they are known until
 * the file of variables is complete, so that an interruption loses none.
 */
export type Vault = {
  readonly get: (name: string) => string | undefined
  /** Returns when the secret is on disk. */
  readonly keep: (name: string, secret: string) => Promise<void>
  /** The file of variables is complete: it takes the secrets over. */
  readonly finish: (variables: Variables) => Promise<void>
}

export const partialPath = (env: string): string => `${env}.partial`

export async function openVault(files: PrivateFiles, env: string, runId: string): Promise<Vault> {
  const partial = partialPath(env)
  const readOwn = async (path: string) => {
    const text = await files.read(path)
    return text !== undefined && isWrittenBy(runId, text) ? text : ''
  }
  const complete = await readOwn(env)
  let known: Variables = { ...readEnv(complete), ...readEnv(await readOwn(partial)) }
  return {
    get: (name) => known[name],
    keep: async (name, secret) => {
      known = { ...known, [name]: secret }
      await files.replace(partial, formatEnv(runId, known))
    },
    finish: async (variables) => {
      const text = formatEnv(runId, variables)
      if (text !== complete) await files.replace(env, text)
      await files.remove(partial)
    },
  }
}
