import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainPage } from '../testing/fake-surroundings.ts'
import { describeObservation } from './describe-observation.ts'
import { observe, type ProgramTrail } from './observe-trail.ts'
import { booking, concierge, entry, refused, tenantId } from './testing/entries.ts'

const graph = 'https://graph.microsoft.com/.default'
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const t1 = { header: {}, claims: { sub: `/eid1/c/pub/t/A/a/B/${booking}` } }
const forms = {
  t2: { grant_type: 'client_credentials', scope: 'api://AzureADTokenExchange/.default' },
  obo: { grant_type: jwtBearer, requested_token_use: 'on_behalf_of', scope: graph },
  agentUser: { grant_type: 'user_fic', user_id: booking, scope: graph },
  refresh: { grant_type: 'refresh_token', scope: graph },
}

/** A request of the agent identity, proven by T1. */
function ofAgent(sequence: number, leg: keyof typeof forms) {
  const parameters = { client_id: booking, ...forms[leg] }
  const claims = { azp: booking, aud: 'fb60f99c-7a34-4190-8149-302f77469936' }
  return entry(sequence, {
    parameters,
    credentials: ['client_assertion'],
    assertion: t1,
    ...(leg === 'agentUser' && { userCredential: { header: {}, claims } }),
  })
}

/** What the blueprint sends that does the exchange by itself. */
const byBlueprint = refused(2, 'OBO-BLUEPRINT', 82002, {
  parameters: { client_id: concierge, client_secret: '***', ...forms.obo },
  assertion: undefined,
})

function told(...requests: ProgramTrail['requests']): string {
  const quiet = { text: '', isWhole: true }
  const trail: ProgramTrail = {
    command: ['app'],
    exitCode: 0,
    signal: null,
    stdout: quiet,
    stderr: quiet,
    requests,
    strangeHosts: [],
    tenants: [],
    ownSecrets: [],
  }
  const observation = observe(trail, { strict: false })
  return describeObservation(observation, { AGENTID_TENANT_ID: tenantId }, plainPage(400)).join(
    '\n',
  )
}

describe('a program that acts for people', () => {
  it('is told which steps it took', () => {
    const legs = ['t2', 'agentUser', 'obo', 'obo', 'refresh'] as const
    const text = told(entry(1), ...legs.map((leg, at) => ofAgent(at + 2, leg)))
    assert.match(
      text,
      /\n {2}steps: T2 \(t2\), as an agent user \(agentUser\), on behalf of a person \(obo\) × 2, renewal by refresh token \(refresh\)\n/,
    )
    assert.match(text, /\nconforms \(no findings\)$/)
  })

  it('learns that its blueprint must not exchange the token of a person, and what to do', () => {
    const text = told(entry(1), byBlueprint)
    assert.match(
      text,
      /MUST LEG-OBO-CLIENT the client exchanged the token of a person as the blueprint/,
    )
    assert.match(
      text,
      /do +Get T1 for the agent identity with the credential of the blueprint first\./,
    )
    assert.match(text, /request 2 \(obo\): POST/)
    assert.match(text, /OBO-BLUEPRINT AADSTS82002 A blueprint does not act on behalf of users/)
  })

  it('learns so too where it never asked for T1', () => {
    assert.match(told(byBlueprint), /MUST LEG-OBO-CLIENT/)
  })

  it('is not blamed for the exchange of an ordinary application', () => {
    const parameters = { client_id: tenantId, client_secret: '***', ...forms.obo }
    assert.match(told(entry(1, { parameters })), /conforms \(no findings\)$/)
  })
})

describe('the evidence of a refusal', () => {
  const evidenceOf = (rule: string, aadsts: number) =>
    /evidence: .*/.exec(told(refused(1, rule, aadsts)))?.[0]

  it('is named by its kind', () => {
    assert.equal(evidenceOf('OBO-BLUEPRINT', 82002), 'evidence: third-party')
    assert.equal(evidenceOf('CONSENT-DELEGATED', 65001), 'evidence: captured')
    assert.equal(evidenceOf('USERFIC-CLIENT', 70003), 'evidence: inferred')
    assert.equal(evidenceOf('OBO-ASSERTION-USER', 7000114), 'evidence: captured-elsewhere')
  })

  it('is named twice where the refusal is known better than its answer', () => {
    assert.equal(
      evidenceOf('OBO-ASSERTION-AUDIENCE', 500131),
      'evidence: documented, that it is refused; captured-elsewhere, how',
    )
  })
})
