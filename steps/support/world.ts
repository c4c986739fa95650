import { type IWorldOptions, World } from '@cucumber/cucumber'
import type { Edit } from '../../engine/cast/directory.ts'
import {
  type AgentName,
  blueprintOf,
  type ClientName,
  homeOf,
  isAgentName,
  type TenantName,
} from '../../engine/cast/names.ts'
import type { ClientCredential, Flow } from '../../engine/clients/client-under-test.ts'
import { present } from '../../engine/credentials/presentations.ts'
import type { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, readAnswer } from '../../engine/requests/answer.ts'
import type { Proof } from '../../engine/requests/proof.ts'
import { assertionProof } from '../../engine/requests/proof.ts'
import { t1Request, tokenRequest } from '../../engine/requests/token-requests.ts'
import { sendWire, type WireRequest } from '../../engine/requests/wire-request.ts'
import { NoBaseFlow, requireBaseFlow } from '../../engine/scenario/base-flow.ts'
import { createClientSession } from '../../engine/scenario/client-session.ts'
import { clientTrail } from '../../engine/scenario/client-trail.ts'
import {
  currentRun,
  type Judgement,
  type ShownByClient,
} from '../../engine/scenario/current-run.ts'
import { identitiesOf, recordedTarget, secretsOf } from '../../engine/scenario/recorded-target.ts'
import { otherRuleBroken } from '../../engine/scenario/refused-request.ts'
import { createSandboxControl } from '../../engine/scenario/sandbox-control.ts'
import type { ScenarioTrail } from '../../engine/scenario/scenario-trail.ts'
import { findSecrets } from '../../wire/find-secrets.ts'
import { hideInJson } from '../../wire/known-values/hide-in-json.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { isAboutToken, kindOfToken } from '../expectations/token-kind.ts'
import { withoutSecrets } from './hide-from-cucumber.ts'
import { refuseWeakToken } from './weak-token.ts'

/** One scenario: who is who, what was asked, and what came back. */
export class AgentIdWorld extends World {
  private readonly run = currentRun()
  readonly keepsRequests = this.run.keepsRequests
  readonly directory = this.run.target.openDirectory()
  /** Where its exchanges are kept. Absent: nowhere. */
  readonly recording = this.run.evidence?.begin(() => identitiesOf(this.directory))
  readonly target = recordedTarget(this.run.target, this.recording)
  readonly control = createSandboxControl(this.target, this.directory)
  /** The API under test. Absent: the run judges none. */
  readonly api = this.run.api
  /** The client under test. */
  readonly client = createClientSession({
    ...this.run,
    ...this.parts,
    begins: (credential, flow) => this.requireToken(credential, flow),
  })
  /** What a client without a token did in the plainest flow, so that the scenario is not about that. */
  withoutToken: ScenarioTrail | undefined
  /** Every token that was issued, newest last. */
  readonly tokens: string[] = []
  /** The tokens of every client, where a scenario is about all of them. */
  readonly issued: IssuedToken[] = []
  /** Of the listing that was read to its end. */
  pages: readonly Answer[] = []
  isLenient = false
  /** A refusal came in another way than the rule says: the scenario goes on, and does not count as passed. */
  isObserved = false
  /** The scenario judges a client, so time passes for that too. */
  isAboutClient = false
  settled = false
  /** What its tags say: the title, and the rules it is about. */
  about: Pick<ShownByClient, 'name' | 'rules'> = { name: '', rules: [] }
  private lastAnswer: Answer | undefined
  /** What the newest token was asked with. */
  private asked: WireRequest | undefined
  private draft: WireRequest | undefined
  private lastSent: WireRequest | undefined
  private readonly presented = new Map<ClientName, string>()

  private get parts() {
    return { directory: this.directory, control: this.control }
  }

  constructor(options: IWorldOptions) {
    super(withoutSecrets(options, (value) => this.hide(value)))
  }

  /** What nobody must see, of other scenarios as well. */
  rememberSecrets(): void {
    const own = [...this.tokens, ...this.client.tokens(), ...this.client.ownSecrets()]
    for (const value of [...secretsOf(this.directory), ...own]) this.run.secrets.add(value)
  }

  /** Data without the secrets of the run, for whoever shows it. */
  hide<Value>(value: Value): Value {
    this.rememberSecrets()
    return hideInJson(value, findSecrets(this.run.secrets), '***')
  }

  get answer(): Answer {
    return told(this.lastAnswer, 'nothing was asked yet')
  }

  /** The request that was answered last. */
  get sent(): WireRequest {
    return told(this.lastSent, 'nothing was sent yet')
  }

  /** The token issued last: the "it" of the features. */
  get it(): string {
    return told(this.tokens.at(-1), 'no token was obtained yet')
  }

  /** The request that the next step changes or sends. */
  get wire(): WireRequest {
    return told(this.draft, 'no request was prepared')
  }

  set wire(wire: WireRequest) {
    this.draft = wire
  }

  /** What the words of a table depend on. */
  get context() {
    return { directory: this.directory, nowSeconds: this.control.nowSeconds() }
  }

  /** What must not be seen anywhere. */
  get secrets(): readonly string[] {
    const secrets = (['Concierge', 'Courier'] as const).map(this.directory.secret)
    return [...secrets, ...this.tokens, ...this.client.tokens()]
  }

  /** For the run, which reads the media type, and for people where Cucumber itself reports to them. */
  async note(text: string, mediaType: string): Promise<void> {
    await this.attach(text, mediaType)
    if (this.run.judge) await this.log(text)
  }

  /** How the scenario counts. Undefined: the run judges it later, or no client is judged. */
  judge(shown: Pick<ShownByClient, 'difference' | 'findings'>): Judgement | undefined {
    return this.isAboutClient ? this.run.judge?.({ ...this.about, ...shown }) : undefined
  }

  tolerates(difference: Difference): boolean {
    const { outcome = 'failed' } = this.judge({ difference }) ?? {}
    return outcome !== 'failed'
  }

  kindOfToken({ what }: Difference): string | undefined {
    if (this.asked === undefined || !isAboutToken(what)) return undefined
    return kindOfToken(this.asked, this.directory)
  }

  /** @throws {NoBaseFlow} if the client gets no token where nothing is difficult */
  private async requireToken(credential: ClientCredential | undefined, flow: Flow): Promise<void> {
    try {
      await requireBaseFlow(this.run, credential, flow)
    } catch (error) {
      if (error instanceof NoBaseFlow) this.withoutToken = error.trail
      throw error
    }
  }

  /** Why a client that lacks a token is not judged by this scenario. Undefined: it is. */
  async consequence(difference: Difference): Promise<string | undefined> {
    if (!this.isAboutClient || !difference.lacksToken) return undefined
    return otherRuleBroken(await clientTrail(this), this.about.rules)
  }

  change(tenant: TenantName, edit: Edit): Promise<void> {
    return this.directory.change(tenant, edit)
  }

  presents(client: ClientName, credential: string): void {
    this.presented.set(client, credential)
  }

  /** An agent identity that is told nothing else proves itself with T1 of its blueprint. */
  async proofOf(client: ClientName, tenant: TenantName = homeOf(client)): Promise<Proof> {
    const credential = this.presented.get(client)
    if (isAgentName(client) && credential === undefined) {
      return assertionProof(await this.obtainT1(blueprintOf(client), client))
    }
    return this.prove(client, credential ?? 'its usual credential', tenant)
  }

  prove(client: ClientName, credential: string, tenant: TenantName): Promise<Proof> {
    return present(credential, { ...this.context, client, tenant, request: this.target.request })
  }

  async assertionOf(client: ClientName, credential: string): Promise<string> {
    const { parameters } = await this.prove(client, credential, homeOf(client))
    return told(parameters.client_assertion, `${credential} is no assertion`)
  }

  passTime(seconds: number): Promise<void> {
    return (this.isAboutClient ? this.client : this.control).passTime(seconds)
  }

  async send(wire: WireRequest): Promise<Answer> {
    await this.directory.ready()
    const answer = await readAnswer(await sendWire(this.target.request, wire))
    this.lastAnswer = answer
    this.lastSent = wire
    refuseWeakToken(this.target.kind, this.directory, wire, answer)
    if (answer.token !== undefined) {
      this.tokens.push(answer.token)
      this.asked = wire
    }
    return answer
  }

  /** What a browser of the scenario got. */
  heard(answer: Answer): void {
    this.lastAnswer = answer
  }

  async t1Request(client: ClientName, fmiPath: string | undefined, tenant = homeOf(client)) {
    const proof = await this.proofOf(client, tenant)
    return t1Request(this.directory, { client, fmiPath, proof, tenant })
  }

  async tokenRequest(client: ClientName, scope: string, tenant = homeOf(client)) {
    const proof = await this.proofOf(client, tenant)
    return tokenRequest(this.directory, { client, scope, proof, tenant })
  }

  async obtainT1(client: ClientName, agent: AgentName): Promise<string> {
    const fmiPath = this.directory.clientId(agent)
    const answer = await this.send(await this.t1Request(client, fmiPath, homeOf(agent)))
    return issuedToken(answer, `T1 is issued to ${client} for ${agent}`)
  }

  /** The client presents an assertion, by default the token issued last. */
  redeem(client: ClientName, scope: string, tenant = homeOf(client), assertion = this.it) {
    const proof = assertionProof(assertion)
    return this.send(tokenRequest(this.directory, { client, scope, proof, tenant }))
  }
}

function told<Value>(value: Value | undefined, otherwise: string): Value {
  if (value !== undefined) return value
  throw new TypeError(otherwise)
}
