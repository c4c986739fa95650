import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSingleFlight } from './single-flight.ts'

const deferred = <T>() => {
  let resolve: (value: T) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** Work that ends when told to, and remembers its signals. */
const createWork = () => {
  const signals: AbortSignal[] = []
  const ends: ReturnType<typeof deferred<string>>[] = []
  const work = (signal: AbortSignal) => {
    const end = deferred<string>()
    signals.push(signal)
    ends.push(end)
    return end.promise
  }
  return { work, signals, ends }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('all who ask at the same time share one piece of work', async () => {
  const landed: string[] = []
  const flights = createSingleFlight<string>((key, value) => landed.push(`${key}=${value}`))
  const { work, ends } = createWork()
  const callers = Array.from({ length: 20 }, () => flights.run('a', work))
  await settled()
  ends[0]?.resolve('token')
  assert.deepEqual(await Promise.all(callers), Array(20).fill('token'))
  assert.equal(ends.length, 1)
  assert.deepEqual(landed, ['a=token'])
})

test('different keys do not share', async () => {
  const flights = createSingleFlight<string>(() => {})
  const { work, ends } = createWork()
  const callers = [flights.run('a', work), flights.run('b', work)]
  await settled()
  ends[1]?.resolve('of b')
  ends[0]?.resolve('of a')
  assert.deepEqual(await Promise.all(callers), ['of a', 'of b'])
})

test('a failure is told to all, and the next call begins anew', async () => {
  const flights = createSingleFlight<string>(() => {})
  const { work, ends } = createWork()
  const callers = [flights.run('a', work), flights.run('a', work)]
  await settled()
  ends[0]?.reject(new Error('refused'))
  const outcomes = await Promise.allSettled(callers)
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  const next = flights.run('a', work)
  await settled()
  ends[1]?.resolve('token')
  assert.equal(await next, 'token')
})

test('work that throws at once is a failure like any other', async () => {
  const flights = createSingleFlight<string>(() => {})
  const work = () => {
    throw new Error('at once')
  }
  await assert.rejects(flights.run('a', work), { message: 'at once' })
})

test('one caller giving up does not disturb the others', async () => {
  const flights = createSingleFlight<string>(() => {})
  const { work, signals, ends } = createWork()
  const impatient = new AbortController()
  const first = flights.run('a', work, { signal: impatient.signal })
  const second = flights.run('a', work)
  await settled()
  impatient.abort(new Error('too slow'))
  await assert.rejects(first, { message: 'too slow' })
  assert.equal(signals[0]?.aborted, false)
  ends[0]?.resolve('token')
  assert.equal(await second, 'token')
})

test('when the last caller gives up, the work is aborted and the next call begins anew', async () => {
  const landed: string[] = []
  const flights = createSingleFlight<string>((_, value) => landed.push(value))
  const { work, signals, ends } = createWork()
  const impatient = new AbortController()
  const first = flights.run('a', work, { signal: impatient.signal })
  await settled()
  impatient.abort(new Error('too slow'))
  await assert.rejects(first, { message: 'too slow' })
  assert.equal(signals[0]?.aborted, true)

  const second = flights.run('a', work)
  await settled()
  ends[0]?.resolve('late')
  ends[1]?.resolve('token')
  assert.equal(await second, 'token')
  assert.deepEqual(landed, ['token'])
})

test('a caller that has given up before asking starts nothing', async () => {
  const flights = createSingleFlight<string>(() => {})
  const { work, ends } = createWork()
  await assert.rejects(flights.run('a', work, { signal: AbortSignal.abort(new Error('no')) }), {
    message: 'no',
  })
  assert.equal(ends.length, 0)
})

test('a caller that wants fresh work does not join older work, and is joined by others', async () => {
  const landed: string[] = []
  const flights = createSingleFlight<string>((_, value) => landed.push(value))
  const { work, ends } = createWork()
  const older = flights.run('a', work)
  const fresh = flights.run('a', work, { fresh: true })
  const alsoFresh = flights.run('a', work, { fresh: true })
  const anyone = flights.run('a', work)
  await settled()
  ends[1]?.resolve('new')
  ends[0]?.resolve('old')
  assert.deepEqual(await Promise.all([older, fresh, alsoFresh, anyone]), [
    'old',
    'new',
    'new',
    'new',
  ])
  assert.deepEqual(landed, ['new'])
})

test('after clearing, work under way answers its callers and nobody else', async () => {
  const landed: string[] = []
  const flights = createSingleFlight<string>((_, value) => landed.push(value))
  const { work, ends } = createWork()
  const first = flights.run('a', work)
  await settled()
  flights.clear()
  ends[0]?.resolve('token')
  assert.equal(await first, 'token')
  assert.deepEqual(landed, [])
})
