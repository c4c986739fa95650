import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../mock-idp/directory/seed-ids.ts'
import { askToken, type Mock, openMock, t1Request } from '../../mock-idp/testing/mock-world.ts'
import { runTenants } from '../tenants/run-tenants.ts'
import { fakeSurroundings } from '../testing/fake-surroundings.ts'
import { UsageError } from '../usage-error.ts'
import { type JournalOptions, runJournal } from './run-journal.ts'

const asked: JournalOptions = { follow: false, refused: false, last: 20, json: false }

/** A command whose network is a mock without a port. */
function around(mock: Mock) {
  const fetch = (url: string, init?: RequestInit) => mock.fetch(new Request(url, init))
  return fakeSurroundings({ fetch, env: { AGENTID_AUTHORITY_HOST: 'https://localhost' } })
}

test('the last requests are told, the oldest first, and only so many', async () => {
  const mock = await openMock()
  await askToken(mock, t1Request)
  await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  await askToken(mock, { ...t1Request, fmi_path: seedIds.billing }, { tenant: seedIds.contoso })
  const surroundings = around(mock)
  assert.equal(await runJournal({ ...asked, last: 2 }, surroundings), 0)
  assert.deepEqual(surroundings.out().split('\n'), [
    `12:00:00 401 ${seedIds.concierge}: refused under CRED-SECRET (invalid_client, AADSTS7000215) for ${seedIds.booking}`,
    `12:00:00 200 ${seedIds.concierge}: issued T1 for ${seedIds.billing}`,
    '',
  ])
})

test('of refusals alone, the rule and what to do are told too', async () => {
  const mock = await openMock()
  await askToken(mock, t1Request)
  await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  const surroundings = around(mock)
  await runJournal({ ...asked, refused: true }, surroundings)
  assert.match(
    surroundings.out(),
    /^12:00:00 401 [^\n]+\n {2}A client secret belongs to the client that sends it\n {2}Copy the value/,
  )
})

test('what comes is told as it comes, until Ctrl-C', async () => {
  const mock = await openMock()
  const surroundings = around(mock)
  const { stdout, ...rest } = surroundings
  const write = (text: string) => {
    stdout.write(text)
    surroundings.interrupt()
  }
  const listening = listensTo(rest)
  const running = runJournal(
    { ...asked, follow: true, json: true },
    { ...listening, stdout: { write } },
  )
  await listening.begun
  await askToken(mock, t1Request)
  assert.equal(await running, 0)
  const entry = JSON.parse(surroundings.out())
  assert.equal(entry.outcome.issued, 't1')
  assert.equal(entry.parameters.client_secret, '***')
})

/** The command listens to Ctrl-C when it follows the journal. */
function listensTo<Rest extends Pick<ReturnType<typeof around>, 'onInterrupt'>>(rest: Rest) {
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const onInterrupt: Rest['onInterrupt'] = (interrupt) => {
    begin()
    return rest.onInterrupt(interrupt)
  }
  return { ...rest, onInterrupt, begun }
}

test('a tenant is named by its domain, and an unknown one is told', async () => {
  const surroundings = around(await openMock())
  await assert.rejects(runJournal({ ...asked, tenant: 'nowhere.example' }, surroundings), {
    message: "the mock at https://localhost answered 404: unknown tenant 'nowhere.example'",
  })
})

test('the tenants are listed, for people and for programs', async () => {
  const mock = await openMock()
  const people = around(mock)
  assert.equal(await runTenants({ json: false }, people), 0)
  assert.match(people.out(), new RegExp(`^${seedIds.contoso}  Contoso +contoso\\.example\n`))
  const programs = around(mock)
  await runTenants({ json: true }, programs)
  assert.equal(JSON.parse(programs.out())[0].tenantId, seedIds.contoso)
})

test('a mock that demands its token, or that does not answer, is told with what to do', async () => {
  const guarded = around(await openMock({ controlToken: 'right' }))
  await assert.rejects(runTenants({ json: true }, guarded), /demands its control token/)
  assert.equal(await runTenants({ json: true, controlToken: 'right' }, guarded), 0)
  const nobody = fakeSurroundings({ env: { AGENTID_AUTHORITY_HOST: 'https://localhost:1' } })
  await assert.rejects(runTenants({ json: true }, nobody), (error) => {
    assert.ok(error instanceof UsageError)
    assert.match(error.message, /^no mock answers at https:\/\/localhost:1 /)
    return true
  })
})
