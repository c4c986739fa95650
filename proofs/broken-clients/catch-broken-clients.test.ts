import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findRule, rules } from '../../mock-idp/index.ts'
import type { BrokenClient } from './broken-client.ts'
import { catchBrokenClients } from './catch-broken-clients.ts'
import { isInFixedPart } from './fixed-part.ts'
import { brokenClients } from './index.ts'

const quiet = () => {}
const scope = 'scenarios of its rule'
const named = (name: string) => brokenClients.filter((client) => client.name === name)

describe('broken clients', () => {
  it('are at least 160, each with a name of its own', () => {
    const names = brokenClients.map(({ name }) => name)
    assert.ok(names.length >= 160, `only ${names.length}`)
    assert.equal(new Set(names).size, names.length)
  })

  it('break every rule of the catalogue that is about clients', () => {
    const broken = new Set(brokenClients.map(({ breaks }) => breaks))
    const about = rules.filter(({ kind }) => kind === 'client').map(({ id }) => id)
    assert.deepEqual(
      about.filter((id) => !broken.has(id)),
      [],
    )
  })

  it('name rules that exist', () => {
    for (const { breaks, seenBy = breaks, alsoBreaks = [], toleratedBy = [] } of brokenClients) {
      for (const id of [breaks, seenBy, ...alsoBreaks.map(({ check }) => check), ...toleratedBy]) {
        assert.ok(findRule(id), id)
      }
    }
  })

  it('are judged by all scenarios in one case of eighty, or a few more or less', () => {
    const part = brokenClients.filter(isInFixedPart).length / brokenClients.length
    assert.ok(part > 1 / 160 && part < 1 / 40, String(part))
  })

  it('are caught by the rule that they break', async () => {
    let written = ''
    const write = (text: string) => {
      written += text
    }
    const score = await catchBrokenClients(
      write,
      named('writes fmi_path into the URL as well'),
      scope,
    )
    assert.deepEqual(score, { caught: 1, total: 1, misses: [] })
    assert.equal(written, 'broken clients: caught 1 of 1\n')
  })

  it('escape where they have no fault', async () => {
    const faultless: BrokenClient = {
      name: 'does everything right',
      breaks: 'LEG-FMI-PATH',
      seams: {},
    }
    const { caught, misses } = await catchBrokenClients(quiet, [faultless], scope)
    assert.equal(caught, 0)
    assert.deepEqual(misses, ['does everything right (LEG-FMI-PATH): LEG-FMI-PATH is not broken'])
  })

  it('are not caught by another rule than the one they are said to break', async () => {
    const [client] = named('reports no AADSTS numbers')
    const wrong: BrokenClient = {
      name: 'misnamed',
      seams: client?.seams ?? {},
      breaks: 'LOG-SECRETS',
    }
    const { caught, misses } = await catchBrokenClients(quiet, [wrong], scope)
    assert.equal(caught, 0)
    assert.match(misses.join(), /^misnamed \(LOG-SECRETS\): LOG-SECRETS is not broken/)
  })
})
