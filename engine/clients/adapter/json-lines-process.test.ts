import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { AdapterFailure } from '../client-under-test.ts'
import { type JsonLinesProcess, startJsonLinesProcess } from './json-lines-process.ts'
import { untilLate } from './testing/until-late.ts'

const bad = fileURLToPath(new URL('testing/bad.mjs', import.meta.url))
/** Nothing else of this environment, so that messages do not depend on it. */
const inherited = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot }
/** Long enough for a busy machine to start a program. */
const timeoutMs = 60_000
const message = { flow: 'autonomous' as const, agentIdentity: 'a', scopes: ['s'] }

async function started(t: TestContext, how: string) {
  const command = [process.execPath, bad, how]
  const program = await startJsonLinesProcess({ command, timeoutMs, inherited })
  t.after(program.kill)
  program.hide(['my-secret'])
  return program
}

async function failureOf(asking: Promise<unknown>): Promise<string> {
  const failure = await asking.then(
    () => assert.fail('there was an answer'),
    (error: unknown) => error,
  )
  assert.ok(failure instanceof AdapterFailure, String(failure))
  return failure.message.replace(`"${process.execPath} ${bad} `, '"bad ')
}

/** That it breaks the protocol in this way: the sentence, without the lines of stderr. */
async function breaks(t: TestContext, how: string): Promise<string> {
  const program = await started(t, how)
  const text = await failureOf(program.ask('acquire', message))
  const sentence = await isBroken(program)
  assert.ok(text.startsWith(sentence), text)
  return sentence
}

async function isBroken(program: JsonLinesProcess): Promise<string> {
  assert.ok(program.broken())
  const text = await failureOf(program.ask('reset', {}))
  const [sentence = '', log, last] = text.split('\n')
  assert.equal(log, '  a line of log with (hidden)')
  assert.equal(last, '  the last line')
  return sentence.replace(' The last lines of its stderr:', '')
}

const sentences = {
  'answers-twice': 'answered request 1 twice.',
  'answers-unasked': 'answered request 4711, which was never sent.',
  'answers-without-id': 'sent a reply without a numeric id: I cannot read (hidden).',
  'prints-garbage': `wrote a line to stdout that is not a JSON object: got \\u001b[31m (hidden) and (hidden) ${'x'.repeat(168)}….`,
  'prints-an-array': 'wrote a line to stdout that is not a JSON object: [1].',
  'exits-early': 'exited with code 3 without a shutdown request.',
  'floods-one-line': 'sent too much output: a line of over 1 MB, or over 10 MB between replies.',
  'floods-empty-lines': 'sent too much output: a line of over 1 MB, or over 10 MB between replies.',
  'sends-a-wrong-member':
    'sent an invalid reply to acquire: token.accessToken: Invalid input: expected string, received number.',
  'sends-a-wrong-kind':
    'sent an invalid reply to acquire: error.kind: Invalid option: expected one of "server"|"client"|"timeout"|"unsupported".',
}

describe('a program that is spoken to in JSON lines', () => {
  for (const [how, sentence] of Object.entries(sentences)) {
    it(`breaks the protocol if it ${how.replaceAll('-', ' ')}`, async (t) => {
      assert.equal(await breaks(t, how), `The adapter "bad ${how}" ${sentence}`)
    })
  }

  it('breaks the protocol if it never answers', async (t) => {
    const program = await started(t, 'never-answers')
    // It has written its log when it answers this.
    await program.ask('hello', { protocol: 'agentid-adapter/1' })
    await untilLate(t, () => failureOf(program.ask('acquire', message)))
    const sentence = await isBroken(program)
    assert.equal(sentence, 'The adapter "bad never-answers" did not answer acquire within 60 s.')
  })

  it('breaks the protocol if it floods stderr', async (t) => {
    const program = await started(t, 'floods-stderr')
    assert.match(
      await failureOf(program.ask('acquire', message)),
      /^The adapter .* sent too much output: /,
    )
  })

  it('breaks the protocol if it is killed', { skip: process.platform === 'win32' }, async (t) => {
    assert.match(
      await breaks(t, 'is-killed'),
      /was killed by SIGTERM without a shutdown request\.$/,
    )
  })

  it('breaks the protocol if it answers twice, also when the first answer was taken', async (t) => {
    const program = await started(t, 'answers-twice-later')
    const first = await program.ask('acquire', message)
    assert.equal(first.ok && first.token.accessToken, 'once')
    const waits = program.ask('acquire', { ...message, agentIdentity: 'second' })
    assert.match(await failureOf(waits), /answered request 1 twice\./)
  })

  it('may answer in any order', async (t) => {
    const program = await started(t, 'out-of-order')
    const asked = ['a', 'b', 'c'].map((agentIdentity) =>
      program.ask('acquire', { ...message, agentIdentity }),
    )
    const tokens = (await Promise.all(asked)).map((reply) => reply.ok && reply.token.accessToken)
    assert.deepEqual(tokens, ['for a', 'for b', 'for c'])
    assert.equal(program.broken(), undefined)
  })

  it('exits when it is asked to, or is killed', async (t) => {
    const polite = await started(t, 'out-of-order')
    await polite.ask('reset', {})
    assert.equal(await polite.shutdown(5000), 'exited')
    const deaf = await started(t, 'ignores-shutdown')
    await deaf.ask('hello', { protocol: 'agentid-adapter/1' })
    assert.equal(await deaf.shutdown(100), 'killed')
  })

  it('must be there', async () => {
    const options = {
      command: ['no-such-program-4711'],
      timeoutMs: 60_000,
      env: { PATH: '/nowhere' },
      inherited,
    }
    const text = await failureOf(startJsonLinesProcess(options))
    assert.equal(
      text,
      `The program "no-such-program-4711" did not start in the folder ${process.cwd()} with PATH=/nowhere: program not found (ENOENT)`,
    )
    const workdir = '/no/such/folder'
    assert.equal(
      await failureOf(startJsonLinesProcess({ ...options, workdir })),
      'The program "no-such-program-4711" did not start in /no/such/folder: the folder does not exist',
    )
  })

  it('is quoted without the private key that it logged, of which only the end would show', async () => {
    const key = [
      '-----BEGIN PRIVATE KEY-----',
      ...Array(30).fill('MIIE'),
      '-----END PRIVATE KEY-----',
    ]
    const script = `console.error(${JSON.stringify(`${key.join('\n')}\nthat was it`)})`
    const command = [process.execPath, '-e', script]
    const program = await startJsonLinesProcess({ command, timeoutMs, inherited })
    const text = await failureOf(program.ask('reset', {}))
    assert.match(text, /stderr:\n {2}\(hidden\)\n {2}that was it$/)
  })

  it('may lack a variable of this environment, and says how to pass it', async () => {
    const live = { ...inherited, DATABASE_URL: 'live', AZURE_PASSWORD: 'live' }
    const script = 'process.exit(process.env.DATABASE_URL === undefined ? 1 : 0)'
    const options = { command: [process.execPath, '-e', script], timeoutMs, inherited: live }
    const without = await startJsonLinesProcess(options)
    assert.match(
      await failureOf(without.ask('reset', {})),
      /exited with code 1 .*\nIt did not get 2 variables of this environment, .*: --pass-env NAME, or passEnv in the manifest$/,
    )
    const withOne = await startJsonLinesProcess({ ...options, passEnv: ['DATABASE_URL'] })
    assert.match(await failureOf(withOne.ask('reset', {})), /exited with code 0 .*stderr\.$/)
  })

  it('tells when there is nothing on its stderr', async () => {
    const command = [process.execPath, '-e', 'process.exit(1)']
    const program = await startJsonLinesProcess({ command, timeoutMs, inherited })
    assert.match(
      await failureOf(program.ask('reset', {})),
      /exited with code 1 without a shutdown request\. It wrote nothing to stderr\.$/,
    )
  })
})
