import { Given, Then } from '@cucumber/cucumber'
import { expectSame } from '../../engine/outcomes/difference.ts'
import {
  type CertificateFault,
  openPlainTrap,
  openSidePort,
  openTlsTrap,
  type Trap,
} from '../../engine/traps/index.ts'
import type { AgentIdWorld } from '../support/world.ts'

type W = AgentIdWorld
type Leg = 't1' | 'redemption'

/** More often than any client tries. */
const times = 1_000

/** The server that the client of a scenario must not speak to. */
const traps = new WeakMap<W, Trap>()

function set(world: W, trap: Trap): void {
  traps.set(world, trap)
  world.client.meets(trap)
}

/** A client that is redirected, or given single endpoints, is not told of an authority. */
function needsAuthority({ client }: W): void {
  client.needs(
    'an authority that it is given',
    ({ redirect, schemes }) => redirect[0] === 'authority' && schemes.includes('https'),
  )
}

Given(
  /^the authority of the client under test has (an expired certificate|a certificate that is not valid yet|a certificate for another name|a certificate of an unknown authority|a self-signed certificate)$/,
  async function (this: W, fault: CertificateFault) {
    needsAuthority(this)
    set(this, await openTlsTrap(fault))
  },
)

Given(
  'the authority of the client under test is on another machine and speaks plain http',
  async function (this: W) {
    needsAuthority(this)
    set(this, await openPlainTrap())
  },
)

Then('the authority received nothing', function (this: W) {
  expectSame('what the authority received', traps.get(this)?.received(), [])
})

async function anotherPort({ target, client }: W): Promise<string> {
  const { origin, close } = await openSidePort(target.authorityHost, target.caFile !== undefined)
  client.closeAfter(close)
  return origin
}

/** The same provider without TLS. A client in this process reaches it without a port. */
function plainHttp({ target }: W): string {
  return target.httpUrl ?? 'http://localhost:8080'
}

async function redirect(
  { control, directory }: W,
  leg: Leg,
  status: number,
  origin: string,
): Promise<void> {
  const location = `${origin}/${directory.tenantId('Contoso')}/oauth2/v2.0/token`
  await control.addFault({ leg, status, headers: { location } })
}

Given(
  'the next request for T1 is redirected by {int} to another port',
  async function (this: W, status: number) {
    await redirect(this, 't1', status, await anotherPort(this))
  },
)

Given(
  'the next redemption is redirected by {int} to another port',
  async function (this: W, status: number) {
    await redirect(this, 'redemption', status, await anotherPort(this))
  },
)

Given(
  'the next request for T1 is redirected by {int} to plain http',
  async function (this: W, status: number) {
    await redirect(this, 't1', status, plainHttp(this))
  },
)

Given(
  'the next redemption is redirected by {int} to plain http',
  async function (this: W, status: number) {
    await redirect(this, 'redemption', status, plainHttp(this))
  },
)

Given('every discovery document is that of an issuer on another port', async function (this: W) {
  const base = `${await anotherPort(this)}/${this.directory.tenantId('Contoso')}`
  const change = { issuer: `${base}/v2.0`, token_endpoint: `${base}/oauth2/v2.0/token` }
  await this.control.addFault({ endpoint: 'discovery', change, times })
})

Given('every discovery document names a token endpoint over plain http', async function (this: W) {
  const base = `${plainHttp(this)}/${this.directory.tenantId('Contoso')}`
  const change = { token_endpoint: `${base}/oauth2/v2.0/token` }
  await this.control.addFault({ endpoint: 'discovery', change, times })
})
