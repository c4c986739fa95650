import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The independent identity provider, in a process of its own. */
export type StartedProvider = {
  /** The variables by which it is known, secrets among them. */
  readonly env: Readonly<Record<string, string>>
  /** Every token that it issued so far. */
  readonly issued: () => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

/** @param folder for the certificate by which it is trusted */
export async function startProvider(folder: string): Promise<StartedProvider> {
  const program = fileURLToPath(new URL('independent-provider.ts', import.meta.url))
  const child = fork(program, [folder], { execArgv: ['--import', 'tsx'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the identity provider ended with ${String(code)}`)
  })
  ended.catch(() => {})
  const next = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended])
    return message as unknown
  }
  const env = (await next()) as StartedProvider['env']
  return {
    env,
    issued: async () => {
      const answered = next()
      child.send('issued')
      return (await answered) as readonly string[]
    },
    stop: async () => {
      const stopped = once(child, 'exit')
      child.kill()
      await stopped
    },
  }
}
