import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../mock-idp/directory/seed-ids.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import {
  askToken,
  control,
  openMock,
  redemption,
  t1Request,
  tokenOf,
} from '../../mock-idp/testing/mock-world.ts'
import { asCurl } from './as-curl.ts'
import { storyOf } from './story.ts'

async function journal(): Promise<readonly JournalEntry[]> {
  const mock = await openMock()
  await askToken(mock, { ...t1Request, fmi_path: seedIds.billing })
  const t1 = tokenOf(await askToken(mock, t1Request))
  await askToken(mock, redemption(t1))
  await askToken(mock, redemption(t1, { client_id: seedIds.parcel }))
  const { body } = await control(mock, 'GET', `/requests?tenant=${seedIds.contoso}`)
  return body.requests as readonly JournalEntry[]
}

const numbersOf = (story: readonly JournalEntry[]) => story.map(({ sequence }) => sequence)
const storiesOf = (requests: readonly JournalEntry[]) =>
  requests.map((entry) => numbersOf(storyOf(entry, requests)))

test('a story goes back to the T1 that it began with, also where another agent presents it', async () => {
  assert.deepEqual(storiesOf(await journal()), [[1], [2], [2, 3], [2, 3, 4]])
})

test('as curl, what is masked is a variable, and all else is quoted', async () => {
  const mock = await openMock()
  await askToken(mock, { ...t1Request, scope: "it's" })
  const { body } = await control(mock, 'GET', `/requests?tenant=${seedIds.contoso}`)
  const [entry] = body.requests as readonly [JournalEntry]
  assert.deepEqual(asCurl(entry).split(' \\\n  '), [
    `curl 'https://localhost/${seedIds.contoso}/oauth2/v2.0/token'`,
    '--cacert "$AGENTID_CA_FILE"',
    `--data-urlencode 'client_id=${seedIds.concierge}'`,
    '--data-urlencode "client_secret=$CLIENT_SECRET"',
    `--data-urlencode 'scope=it'\\''s'`,
    "--data-urlencode 'grant_type=client_credentials'",
    `--data-urlencode 'fmi_path=${seedIds.booking}'`,
  ])
})
