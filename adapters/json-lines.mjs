/**
 * The loop of an adapter in Node: `agentid-adapter/1` over standard input and output.
 *
 * One JSON object a line. Replies carry the id of their request. Calls of `acquire` overlap, as
 * those of a busy program would, so replies may come in any order.
 */
import { createInterface } from 'node:readline'

/** How long a call that is under way may take when nobody will ask any more. */
const patienceMs = 4000

/** Thrown for what the client has no feature for: the scenario is skipped, not failed. */
export const unsupported = (what) => Object.assign(new Error(what), { kind: 'unsupported' })

/**
 * @param handlers
 *   hello      who the client is: name, version, language, capabilities
 *   configure  makes a new client object of the configuration
 *   acquire    gives `{ accessToken, expiresOn?, source? }` or throws
 *   reset      drops the caches
 *   describe   says of an error of the client what its caller can learn from it
 */
export function serveJsonLines({ hello, configure, acquire, reset, describe = () => ({}) }) {
  const write = process.stdout.write.bind(process.stdout)
  // Standard output belongs to the protocol; whatever a package prints is a log.
  process.stdout.write = process.stderr.write.bind(process.stderr)

  const operations = {
    hello: async () => hello(),
    configure: async (request) => configure(request),
    acquire: async (request) => ({ token: await acquire(request) }),
    reset: async () => reset(),
    shutdown: async () => ({}),
  }

  const reply = (id, answer) =>
    new Promise((written) => write(`${JSON.stringify({ id, ...answer })}\n`, written))

  const answer = async ({ id, op, ...request }) => {
    try {
      const operation = Object.hasOwn(operations, op) && operations[op]
      if (!operation) throw unsupported(`no such operation: ${op}`)
      await reply(id, { ok: true, ...(await operation(request)) })
    } catch (error) {
      const { kind = 'client', message = String(error) } = Object(error)
      await reply(id, { ok: false, error: { kind, message, ...describe(error) } })
    }
  }

  const running = new Set()
  const handle = async (line) => {
    const request = JSON.parse(line)
    const answered = answer(request).finally(() => running.delete(answered))
    running.add(answered)
    // The next line may rely on the configuration; only tokens are asked for side by side.
    if (request.op !== 'acquire') await answered
    if (request.op === 'shutdown') process.exit(0)
  }

  const read = async () => {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') await handle(line)
    }
    setTimeout(() => process.exit(0), patienceMs).unref()
    await Promise.all(running)
    process.exit(0)
  }
  read().catch((error) => {
    console.error(`${error.message}: a line of standard input is no message of the protocol`)
    process.exit(1)
  })
}
