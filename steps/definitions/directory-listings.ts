import { type DataTable, Given, Then, When } from '@cucumber/cucumber'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import { fillIds } from '../../engine/requests/graph-bodies.ts'
import {
  type Listing,
  listingPath,
  type ObjectName,
  pathOf,
} from '../../engine/requests/graph-objects.ts'
import { expectValue } from '../expectations/expected-value.ts'
import { describe, expectExactly, isEntryOf } from '../expectations/listed.ts'
import { memberAt } from '../expectations/member-at.ts'
import type { Caller } from '../support/graph-callers.ts'
import { entriesOf, readAllPages } from '../support/graph-listings.ts'
import { accepted, act, askGraph, done } from '../support/graph-session.ts'
import type { AgentIdWorld as W } from '../support/world.ts'

const advanced = { consistencylevel: 'eventual' }

const lists = (world: W, caller: Caller, listing: Listing) =>
  askGraph(world, caller, { method: 'GET', path: listingPath(listing) })
When('{caller} lists {listing}', act(lists))
Given('{caller} has listed {listing}', done(lists))

When(
  '{caller} lists {listing} with {string}',
  act((world: W, caller, listing: Listing, query: string) =>
    askGraph(world, caller, { method: 'GET', path: queried(world, listing, query) }),
  ),
)

When(
  '{caller} lists {listing} with {string} as an advanced query',
  act((world: W, caller, listing: Listing, query: string) =>
    askGraph(world, caller, {
      method: 'GET',
      path: queried(world, listing, query),
      headers: advanced,
    }),
  ),
)

Given(
  '{caller} has read a page of {listing}',
  async function (this: W, caller: Caller, listing: Listing) {
    const path = `${listingPath(listing)}?$top=1`
    this.pages = [await askGraph(this, caller, { method: 'GET', path })]
  },
)

const follows = (world: W, caller: Caller) =>
  askGraph(world, caller, { method: 'GET', path: linkIn(world.pages.at(-1)) })
When('{caller} asks for the next page', act(follows))
Given('{caller} has asked for the next page', done(follows))

When(
  '{caller} asks for the next page by a damaged link',
  act((world: W, caller) =>
    askGraph(world, caller, { method: 'GET', path: `${linkIn(world.pages.at(-1))}x` }),
  ),
)

When(
  '{caller} asks for the next page by a link with {string}',
  act((world: W, caller, query: string) =>
    askGraph(world, caller, { method: 'GET', path: `${linkIn(world.pages.at(-1))}&${query}` }),
  ),
)

When(
  '{caller} reads every page of {listing}, {int} at a time',
  async function (this: W, caller: Caller, listing: Listing, size: number) {
    this.pages = await readAllPages(this, caller, `${listingPath(listing)}?$top=${size}`)
  },
)

When(
  '{caller} reads every page of {listing} with {string}, {int} at a time',
  async function (this: W, caller: Caller, listing: Listing, query: string, size: number) {
    const path = `${listingPath(listing)}?${fillIds(query, this.directory)}&$top=${size}`
    this.pages = await readAllPages(this, caller, path)
  },
)

Then(
  'every page lists objects with {string} and without {string}',
  function (this: W, selected: string, other: string) {
    for (const entry of this.pages.flatMap(({ body }) => entriesOf(body))) {
      expectSame(`whether a page shows ${selected}`, selected in entry, true)
      expectSame(`whether a page shows ${other}`, other in entry, false)
    }
  },
)

Then('its next link leads to the directory itself', function (this: W) {
  const { authorityHost, graphOrigin } = this.directory
  const asked = new URL(this.sent.path, graphOrigin || authorityHost)
  const led = new URL(linkIn(this.answer))
  expectSame('where it leads', `${led.origin}${led.pathname}`, `${asked.origin}${asked.pathname}`)
})

When(
  '{caller} reads every page of the {word} of {object}, {int} at a time',
  async function (this: W, caller: Caller, relations: string, object: ObjectName, size: number) {
    const path = `${pathOf(object, this.directory)}/${relations}?$top=${size}`
    this.pages = await readAllPages(this, caller, path)
  },
)

Then('the pages list exactly:', function (this: W, table: DataTable) {
  const entries = this.pages.flatMap(({ body }) => entriesOf(body))
  expectExactly(entries, names(table), this.directory)
})

Then('the pages list {int} different objects', function (this: W, count: number) {
  const ids = this.pages.flatMap(({ body }) => entriesOf(body)).map(({ id }) => String(id))
  expectSame('how many objects the pages list', ids.length, count)
  expectSame('how many of them are different', new Set(ids).size, count)
})

Then('no page lists more than {int}', function (this: W, size: number) {
  const largest = Math.max(...this.pages.map(({ body }) => entriesOf(body).length))
  if (largest > size) throw new Difference('the largest page', `at most ${size}`, String(largest))
})

Then('the answer lists exactly:', function (this: W, table: DataTable) {
  expectExactly(entriesOf(this.answer.body), names(table), this.directory)
})

Then('the answer lists in this order: {string}', function (this: W, names: string) {
  const entries = entriesOf(this.answer.body)
  expectSame('what is listed', entries.map(({ displayName }) => displayName).join(', '), names)
})

Then('the answer lists {string}', function (this: W, name: string) {
  expectListed(this, name, true)
})

Then('the answer does not list {string}', function (this: W, name: string) {
  expectListed(this, name, false)
})

Then('the answer lists nothing', function (this: W) {
  const { body } = accepted(this.answer, 'the directory answers')
  expectSame('what is listed', describe(entriesOf(body)), '0: ')
})

Then('every listed object says:', function (this: W, table: DataTable) {
  const entries = entriesOf(this.answer.body)
  if (entries.length === 0) throw new Difference('what is listed', 'something', 'nothing')
  for (const [path = '', words = ''] of table.raw()) {
    for (const entry of entries) expectValue(path, memberAt(entry, path), words, this.context)
  }
})

function expectListed({ answer, directory }: W, name: string, isExpected: boolean): void {
  const entries = entriesOf(answer.body)
  const isListed = entries.some((entry) => isEntryOf(entry, name, directory))
  if (answer.status === 200 && isListed === isExpected) return
  throw new Difference('what is listed', `${isExpected ? '' : 'not '}${name}`, describe(entries))
}

const names = (table: DataTable) => table.raw().map(([name = '']) => name)

function queried({ directory }: W, listing: Listing, query: string): string {
  return `${listingPath(listing)}?${fillIds(query, directory)}`
}

function linkIn(page: Answer | undefined): string {
  const link = page?.body?.['@odata.nextLink']
  if (typeof link === 'string') return link
  throw new Difference('the page', 'a link to the next one', 'none')
}
